package dev.callautomation.camel.ingress;

import org.apache.camel.CamelContext;
import org.apache.camel.Consumer;
import org.apache.camel.component.platform.http.PlatformHttpEndpoint;
import org.apache.camel.support.service.ServiceHelper;

import dev.callautomation.camel.security.DeliveryGuard;

/**
 * The one HTTP listener that all consumers of a component share. The server has one handler per path, so it is opened
 * by the first consumer and closed with the last.
 */
public final class EventIngress {

    /** How long a sender may take for its request. */
    private static final int SENDING_MILLIS = 10_000;

    private final CamelContext context;
    private final String path;
    private final long requestTimeout;
    private final DeliveryProcessor processor;
    private Consumer http;
    private int users;

    /**
     * @param path        where the service posts
     * @param guard       decides who may deliver
     * @param maxBodySize the longest delivery, in bytes
     * @param acknowledgeTimeout how long an answer may wait for routes, in milliseconds
     */
    public EventIngress(
            CamelContext context,
            String path,
            DeliveryGuard guard,
            EventDispatcher dispatcher,
            int maxBodySize,
            long acknowledgeTimeout) {
        this.context = context;
        this.path = path;
        this.requestTimeout = acknowledgeTimeout + SENDING_MILLIS;
        this.processor = new DeliveryProcessor(guard, dispatcher, maxBodySize, acknowledgeTimeout);
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
        // while the context stops, whoever delivers is to come again, not to find nothing
        if (users == 0 && !context.isStopping()) {
            shut();
        }
    }

    /** Closes it, whoever uses it. */
    public synchronized void shut() {
        if (http != null) {
            ServiceHelper.stopAndShutdownService(http);
            http = null;
        }
    }
}
