package dev.callautomation.camel.springboot;

import java.util.stream.Stream;

import org.apache.camel.CamelContext;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.config.ConfigurableListableBeanFactory;
import org.springframework.context.SmartLifecycle;

import dev.callautomation.camel.CallAutomationComponent;

/**
 * Stops the Camel contexts that receive events before the web server: operations that wait for their completion need the events
 * that the server receives. By itself Spring would stop the server first, as its phase is above that of a Camel context.
 */
final class CamelShutdown implements SmartLifecycle {

    private static final Logger LOG = LoggerFactory.getLogger(CamelShutdown.class);

    private final ConfigurableListableBeanFactory application;
    private volatile boolean running;

    /** @param application that is stopped: the contexts of its parents go on */
    CamelShutdown(ConfigurableListableBeanFactory application) {
        this.application = application;
    }

    @Override
    public void start() {
        running = true;
    }

    /** Waits, at most the time that Camel gives routes to end, for the exchanges in flight. */
    @Override
    public void stop() {
        running = false;
        contexts().filter(CamelShutdown::hasCallAutomation).forEach(CamelShutdown::stop);
    }

    /** Those that exist: none is created now, if the initialization is lazy. */
    private Stream<CamelContext> contexts() {
        return Stream.of(application.getBeanNamesForType(CamelContext.class, false, false))
                .filter(application::containsSingleton)
                .map(name -> application.getBean(name, CamelContext.class));
    }

    private static boolean hasCallAutomation(CamelContext context) {
        return context.getComponentNames().stream()
                .anyMatch(name -> context.hasComponent(name) instanceof CallAutomationComponent);
    }

    private static void stop(CamelContext context) {
        try {
            context.stop();
        } catch (RuntimeException e) {
            LOG.warn("The Camel context {} has not stopped without an error", context.getName(), e);
        }
    }

    @Override
    public boolean isRunning() {
        return running;
    }

    /** The highest phase, which is stopped first. */
    @Override
    public int getPhase() {
        return DEFAULT_PHASE;
    }
}
