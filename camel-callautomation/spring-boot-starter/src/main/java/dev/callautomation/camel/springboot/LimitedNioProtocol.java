package dev.callautomation.camel.springboot;

import java.util.Collection;

import org.apache.coyote.Request;
import org.apache.coyote.http11.Http11NioProtocol;
import org.apache.tomcat.util.net.NioChannel;
import org.apache.tomcat.util.net.SocketWrapperBase;

/** HTTP/1.1 on connections that are limited in number and time. Public because Tomcat creates it by its name. */
public final class LimitedNioProtocol extends Http11NioProtocol {

    /** Without limits until {@link #limit} is called. */
    public LimitedNioProtocol() {
        super(new LimitedNioEndpoint());
    }

    /**
     * The head of a request is complete.
     *
     * @return the connection that the current thread processes; {@code null} if it processes a stream of HTTP/2
     */
    SocketWrapperBase<?> begin(Request request) {
        return ((LimitedNioEndpoint) getEndpoint()).begin(request);
    }

    Collection<SocketWrapperBase<NioChannel>> connections() {
        return getEndpoint().getConnections();
    }

    void limit(ServletDeliveryServer server) {
        ((LimitedNioEndpoint) getEndpoint()).limit(server);
    }
}
