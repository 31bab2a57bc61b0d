package dev.callautomation.camel.springboot;

import java.io.IOException;

import jakarta.servlet.ServletException;
import org.apache.catalina.connector.Request;
import org.apache.catalina.connector.Response;
import org.apache.catalina.valves.ValveBase;
import org.apache.coyote.ActionCode;
import org.apache.coyote.ContinueResponseTiming;

/** Gives {@link ServletDeliveryRequest} access to the connection of a request to Tomcat. */
final class TomcatConnectionValve extends ValveBase {

    TomcatConnectionValve() {
        super(true);
    }

    @Override
    public void invoke(Request request, Response response) throws IOException, ServletException {
        if (request.getConnector().getProtocolHandler() instanceof LimitedNioProtocol protocol) {
            protocol.begin(request.getCoyoteRequest());
        }
        request.setAttribute(ContainerConnection.ATTRIBUTE, new TomcatConnection(request.getCoyoteRequest()));
        getNext().invoke(request, response);
    }

    private record TomcatConnection(org.apache.coyote.Request request) implements ContainerConnection {

        /** Tomcat does not when it finds that nothing can be read without blocking. */
        @Override
        public void sendContinue() {
            request.action(ActionCode.ACK, ContinueResponseTiming.ALWAYS);
        }

        /** Otherwise a thread of Tomcat would read up to {@code maxSwallowSize}, and wait for it. */
        @Override
        public void ignoreRest(Runnable complete) {
            request.action(ActionCode.DISABLE_SWALLOW_INPUT, null);
            // or the error page of the application would be called, and with it what parses a body
            request.getResponse().setErrorReported();
            complete.run();
        }

        /** Tomcat reports it to the listeners, on a thread of its own. */
        @Override
        public void abort(Runnable complete) {
            request.action(ActionCode.CLOSE_NOW, new IOException("The response has not been received in time"));
        }
    }
}
