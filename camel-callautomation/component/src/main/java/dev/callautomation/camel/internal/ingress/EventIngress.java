package dev.callautomation.camel.internal.ingress;

import org.apache.camel.CamelContext;
import org.apache.camel.Consumer;
import org.apache.camel.component.platform.http.PlatformHttpEndpoint;
import org.apache.camel.support.service.ServiceHelper;

import dev.callautomation.camel.internal.security.DeliveryAuthenticator;

/**
 * The one HTTP listener that all consumers of a component share. The server has one handler per path, so it is opened
 * by the first consumer and closed with the last.
 */
public final class EventIngress {

    /** Maximum time to send a request. */
    private static final int SENDING_MILLIS = 10_000;

    private final CamelContext context;
    private final String path;
    private final long requestTimeout;
    private final DeliveryProcessor processor;
    private Consumer http;
    private int users;

    /**
     * @param path               path of the listener
     * @param authenticator      authenticates deliveries
     * @param maxBodySize        maximum size of a delivery, in bytes
     * @param acknowledgeTimeout maximum time until the answer, in milliseconds
     */
    public EventIngress(
            CamelContext context,
            String path,
            DeliveryAuthenticator authenticator,
            EventDispatcher dispatcher,
            int maxBodySize,
            long acknowledgeTimeout) {
        this.context = context;
        this.path = path;
        this.requestTimeout = acknowledgeTimeout + SENDING_MILLIS;
        this.processor = new DeliveryProcessor(authenticator, dispatcher, maxBodySize, acknowledgeTimeout);
    }

    public synchronized void open() throws Exception {
        if (http == null) {
            PlatformHttpEndpoint endpoint = context.getEndpoint(
                    "platform-http:" + path + "?httpMethodRestrict=POST,OPTIONS&requestTimeout=" + requestTimeout,
                    PlatformHttpEndpoint.class);
            endpoint.setHeaderFilterStrategy(new DeliveryHeaders());
            http = endpoint.createConsumer(processor);
            ServiceHelper.startService(http);
        }
        users++;
    }

    public synchronized void close() {
        users--;
        // while the context stops, deliveries are answered with 503, so that they are repeated, not with 404
        if (users == 0 && !context.isStopping()) {
            shut();
        }
    }

    /** Closes it for all its users. */
    public synchronized void shut() {
        if (http != null) {
            ServiceHelper.stopAndShutdownService(http);
            http = null;
        }
    }
}
