package dev.callautomation.camel.springboot;

import io.undertow.server.HttpHandler;
import io.undertow.server.HttpServerExchange;
import io.undertow.servlet.handlers.ServletRequestContext;
import org.springframework.boot.web.embedded.undertow.UndertowServletWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.xnio.IoUtils;

/** Prepares Undertow for requests of unauthenticated senders. */
final class UndertowCustomizer implements WebServerFactoryCustomizer<UndertowServletWebServerFactory> {

    private final UndertowConnections connections;

    UndertowCustomizer(UndertowConnections connections) {
        this.connections = connections;
    }

    @Override
    public void customize(UndertowServletWebServerFactory factory) {
        factory.addDeploymentInfoCustomizers(deployment -> {
            deployment.addInitialHandlerChainWrapper(connections);
            deployment.addOuterHandlerChainWrapper(UndertowCustomizer::exposeConnection);
        });
    }

    private static HttpHandler exposeConnection(HttpHandler next) {
        return exchange -> {
            exchange.getAttachment(ServletRequestContext.ATTACHMENT_KEY)
                    .getServletRequest()
                    .setAttribute(ContainerConnection.ATTRIBUTE, new UndertowConnection(exchange));
            next.handleRequest(exchange);
        };
    }

    private record UndertowConnection(HttpServerExchange exchange) implements ContainerConnection {

        /** Otherwise a thread of Undertow would read all that the peer sends, without a limit, and wait for it. */
        @Override
        public void ignoreRest(Runnable complete) {
            abort(complete);
        }

        /** On the thread of the connection, whose buffers another one must not release. */
        @Override
        public void abort(Runnable complete) {
            exchange.getIoThread().execute(() -> {
                IoUtils.safeClose(exchange.getConnection());
                complete.run();
            });
        }
    }
}
