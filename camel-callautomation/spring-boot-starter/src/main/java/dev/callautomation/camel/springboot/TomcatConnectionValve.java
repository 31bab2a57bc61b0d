package dev.callautomation.camel.springboot;

import java.io.IOException;

import jakarta.servlet.ServletException;
import org.apache.catalina.connector.Request;
import org.apache.catalina.connector.Response;
import org.apache.catalina.valves.ValveBase;

/** Gives {@link ServletDeliveryRequest} access to the connection of a request to Tomcat. */
final class TomcatConnectionValve extends ValveBase {

    TomcatConnectionValve() {
        super(true);
    }

    @Override
    public void invoke(Request request, Response response) throws IOException, ServletException {
        request.setAttribute(
                ContainerConnection.ATTRIBUTE,
                new TomcatConnection(
                        request.getCoyoteRequest(),
                        request.getConnector().getProtocolHandler() instanceof LimitedNioProtocol protocol
                                ? protocol.begin(request.getCoyoteRequest())
                                : null));
        getNext().invoke(request, response);
    }
}
