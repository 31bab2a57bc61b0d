package dev.callautomation.camel.springboot;

import java.io.IOException;
import java.io.OutputStream;

import jakarta.servlet.ServletInputStream;
import jakarta.servlet.ServletResponse;
import org.apache.coyote.ActionCode;
import org.apache.coyote.ContinueResponseTiming;
import org.apache.coyote.Request;
import org.apache.tomcat.util.net.SocketWrapperBase;

/**
 * The connection of a request to Tomcat.
 *
 * @param socket {@code null} if it is not known, or shared by several requests, as with HTTP/2
 */
record TomcatConnection(Request request, SocketWrapperBase<?> socket) implements ContainerConnection {

    /**
     * Tomcat gives up when this time has passed, even if the peer receives again by then. So it is longer than usual pauses
     * of a network or a garbage collection, and short enough that few threads wait, see {@link #sendAtOnce}.
     */
    private static final long SENDING_MILLIS = 100;

    /** Tomcat itself looks into its buffer only, not whether something has arrived since. */
    @Override
    public boolean hasInput(ServletInputStream input) {
        request.action(ActionCode.AVAILABLE, true);
        return request.getAvailable() > 0;
    }

    /**
     * Tomcat blocks here, without a listener, if the buffer of the socket is full. It has room for hundreds of responses, and
     * is empty if the peer sends a request after the response to the one before. An unauthenticated peer cannot fill it,
     * because a refusal with a status below 500 ends the connection. Any other peer that receives nothing holds a thread for a
     * tenth of a second, after hundreds of requests, and once, because its connection is closed then.
     */
    @Override
    public boolean sendAtOnce(ServletResponse response, byte[] body) throws IOException {
        if (socket == null) {
            return false;
        }
        long timeout = socket.getWriteTimeout();
        socket.setWriteTimeout(SENDING_MILLIS);
        try (OutputStream output = response.getOutputStream()) {
            output.write(body);
        } finally {
            socket.setWriteTimeout(timeout);
        }
        return true;
    }

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
