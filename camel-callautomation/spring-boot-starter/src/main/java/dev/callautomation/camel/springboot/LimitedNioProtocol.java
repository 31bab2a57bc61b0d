package dev.callautomation.camel.springboot;

import org.apache.coyote.Request;
import org.apache.coyote.http11.Http11NioProtocol;

/** HTTP/1.1 on connections that are limited in number and time. Public because Tomcat creates it by its name. */
public final class LimitedNioProtocol extends Http11NioProtocol {

    /** Without limits until {@link #limit} is called. */
    public LimitedNioProtocol() {
        super(new LimitedNioEndpoint());
    }

    /** The head of a request is complete. */
    void begin(Request request) {
        ((LimitedNioEndpoint) getEndpoint()).begin(request);
    }

    void limit(ServletDeliveryServer server) {
        ((LimitedNioEndpoint) getEndpoint()).limit(server);
    }
}
