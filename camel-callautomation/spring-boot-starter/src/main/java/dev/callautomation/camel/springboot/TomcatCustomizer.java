package dev.callautomation.camel.springboot;

import org.apache.catalina.connector.Connector;
import org.apache.coyote.ContinueResponseTiming;
import org.apache.coyote.http11.AbstractHttp11Protocol;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.web.embedded.tomcat.TomcatServletWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.core.Ordered;

/** Prepares Tomcat for requests of unauthenticated senders. Customizers of the application come after it. */
final class TomcatCustomizer implements WebServerFactoryCustomizer<TomcatServletWebServerFactory>, Ordered {

    private static final Logger LOG = LoggerFactory.getLogger(TomcatCustomizer.class);

    private final ServletDeliveryServer server;

    TomcatCustomizer(ServletDeliveryServer server) {
        this.server = server;
    }

    @Override
    public void customize(TomcatServletWebServerFactory factory) {
        factory.setProtocol(LimitedNioProtocol.class.getName());
        factory.addConnectorCustomizers(this::customize);
        factory.addContextValves(new TomcatConnectionValve());
    }

    private void customize(Connector connector) {
        if (connector.getProtocolHandler() instanceof AbstractHttp11Protocol<?> protocol) {
            // otherwise a refused sender is asked for its body first
            protocol.setContinueResponseTiming(ContinueResponseTiming.ON_REQUEST_BODY_READ.toString());
        }
        if (connector.getProtocolHandler() instanceof LimitedNioProtocol protocol) {
            protocol.limit(server);
        } else {
            LOG.warn(
                    "The options headTimeout, idleTimeout and maxConnections have no effect on connector {}: "
                            + "they need Tomcat's default protocol",
                    connector);
        }
    }

    @Override
    public int getOrder() {
        return HIGHEST_PRECEDENCE;
    }
}
