package dev.callautomation.camel.ingress;

import org.apache.camel.CamelContext;
import org.apache.camel.Consumer;
import org.apache.camel.component.platform.http.PlatformHttpEndpoint;
import org.apache.camel.support.service.ServiceHelper;

/**
 * The one HTTP listener that all consumers of a component share. The server has one handler per path, so it is opened
 * by the first consumer and closed with the last.
 */
public final class EventIngress {

    private final CamelContext context;
    private final String path;
    private final DeliveryProcessor processor;
    private Consumer http;
    private int users;

    /**
     * @param path        where the service posts
     * @param maxBodySize the longest delivery, in bytes
     */
    public EventIngress(CamelContext context, String path, int maxBodySize, EventDispatcher dispatcher) {
        this.context = context;
        this.path = path;
        this.processor = new DeliveryProcessor(dispatcher, maxBodySize);
    }

    public synchronized void open() throws Exception {
        if (users == 0) {
            PlatformHttpEndpoint endpoint = context.getEndpoint(
                    "platform-http:" + path + "?httpMethodRestrict=POST,OPTIONS", PlatformHttpEndpoint.class);
            http = endpoint.createConsumer(processor);
            ServiceHelper.startService(http);
        }
        users++;
    }

    public synchronized void close() {
        users--;
        if (users == 0) {
            ServiceHelper.stopAndShutdownService(http);
            http = null;
        }
    }
}
