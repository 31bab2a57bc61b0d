package dev.callautomation.camel.springboot;

import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

import jakarta.servlet.ServletContext;
import org.apache.camel.CamelContext;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.web.servlet.DispatcherServletPath;

import dev.callautomation.camel.internal.ingress.DeliveryHandler;
import dev.callautomation.camel.internal.ingress.DeliveryLimits;
import dev.callautomation.camel.internal.ingress.DeliveryServer;
import dev.callautomation.camel.internal.security.RefusalKind;

/** The servlet container as the server of the callback path, which {@link DeliveryServletFilter} serves. */
final class ServletDeliveryServer implements DeliveryServer, DisposableBean {

    private static final Logger LOG = LoggerFactory.getLogger(ServletDeliveryServer.class);
    private static final Duration CHECK = Duration.ofMillis(250);

    private final ObjectProvider<ServletContext> container;
    private final ObjectProvider<DispatcherServletPath> dispatcher;
    private final ObjectProvider<CamelContext> camel;
    private final Map<String, DeliveryHandler> handlers = new ConcurrentHashMap<>();
    private final ScheduledThreadPoolExecutor timer = new ScheduledThreadPoolExecutor(1, task -> {
        Thread thread = new Thread(task, "CallAutomationServlet");
        thread.setDaemon(true);
        return thread;
    });

    /** Looking up a bean for each request is slow. {@code null} before the first request. */
    private volatile String prefix;

    private volatile boolean containerClosed;

    ServletDeliveryServer(
            ObjectProvider<ServletContext> container,
            ObjectProvider<DispatcherServletPath> dispatcher,
            ObjectProvider<CamelContext> camel) {
        this.container = container;
        this.dispatcher = dispatcher;
        this.camel = camel;
        timer.setRemoveOnCancelPolicy(true);
    }

    @Override
    public Registration serve(DeliveryHandler handler) {
        String path = CallbackPaths.normalized(handler.path());
        // that of a context that has stopped remains, to answer with 503
        DeliveryHandler served =
                handlers.compute(path, (same, other) -> other == null || other.isClosed() ? handler : other);
        if (served != handler) {
            throw new IllegalStateException("Another component receives deliveries on the path " + handler.path()
                    + "; set the option callbackPath of one of them");
        }
        return new Registration() {

            @Override
            public boolean isServing() {
                return !containerClosed;
            }

            @Override
            public void close() {
                // while the context stops, deliveries are answered with 503, so that they are repeated, not with 404
                if (!camelIsStopping()) {
                    handlers.remove(path, handler);
                }
            }
        };
    }

    /** The container has started or closed the filter. */
    void containerRuns(boolean runs) {
        containerClosed = !runs;
    }

    private boolean camelIsStopping() {
        return camel.stream().anyMatch(context -> context.isStopping() || context.isStopped());
    }

    /** Paths of Spring MVC are below the path of its servlet, and that is below the path of the application. */
    @Override
    public String contextPath() {
        ServletContext context = container.getIfAvailable();
        return (context == null ? "" : context.getContextPath()) + dispatcherPath();
    }

    private String dispatcherPath() {
        DispatcherServletPath path = dispatcher.getIfAvailable();
        return path == null ? "" : path.getPrefix();
    }

    /** @param path relative to the path of the application, as the container has decoded it */
    Optional<DeliveryHandler> handler(String path) {
        if (handlers.isEmpty()) {
            return Optional.empty();
        }
        if (prefix == null) {
            prefix = dispatcherPath();
        }
        return CallbackPaths.below(prefix, path).flatMap(relative -> {
            DeliveryHandler exact = handlers.get(relative);
            return exact == null ? above(relative) : Optional.of(exact);
        });
    }

    private Optional<DeliveryHandler> above(String path) {
        for (Map.Entry<String, DeliveryHandler> served : handlers.entrySet()) {
            if (served.getValue().subPaths() && path.startsWith(served.getKey() + "/")) {
                return Optional.of(served.getValue());
            }
        }
        return Optional.empty();
    }

    /** The limits on connections; empty while no path is served. */
    Optional<DeliveryLimits> limits() {
        return handlers.values().stream().map(DeliveryHandler::limits).findFirst();
    }

    /** A connection was ended. */
    void refused(RefusalKind kind, String reason) {
        handlers.values().stream().findFirst().ifPresent(handler -> handler.refused(kind, reason));
    }

    /** For tasks that do not block. */
    ScheduledThreadPoolExecutor timer() {
        return timer;
    }

    /** Runs a check of the limits from now on, several times a second. One that fails does not end those that follow. */
    void check(Runnable limits) {
        Runnable check = () -> {
            try {
                limits.run();
            } catch (RuntimeException e) {
                LOG.warn("The limits on connections could not be checked", e);
            }
        };
        timer.scheduleWithFixedDelay(check, CHECK.toMillis(), CHECK.toMillis(), TimeUnit.MILLISECONDS);
    }

    @Override
    public void destroy() {
        timer.shutdownNow();
    }
}
