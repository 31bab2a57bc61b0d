package dev.callautomation.camel.springboot;

import java.io.IOException;

import jakarta.servlet.ServletInputStream;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletResponse;

/** What the servlet API cannot do with the connection of a request. */
interface ContainerConnection {

    /** Request attribute with the connection, where the container sets it. */
    String ATTRIBUTE = ContainerConnection.class.getName();

    /** Of a container that needs nothing of it. */
    ContainerConnection PLAIN = new ContainerConnection() {};

    /** Whether something of the body can be read, without waiting for it. The request is not asynchronous. */
    default boolean hasInput(ServletInputStream input) throws IOException {
        return input.available() > 0;
    }

    /**
     * Sends a short body, and ends the response, if the container can do that with a short bound on the time. Says whether it
     * has been done. Called by the thread of the container, in the filter: the request is not recycled meanwhile.
     *
     * @throws IOException if the peer has not received earlier responses in that time; the connection is closed
     */
    default boolean sendAtOnce(ServletResponse response, byte[] body) throws IOException {
        return false;
    }

    /** Sends the interim response 100, if the container does not do so when the body is read. */
    default void sendContinue() {
        // the container does so
    }

    /** Completes the request in such a way that the container does not read the rest of the body. */
    default void ignoreRest(Runnable complete) {
        complete.run();
    }

    /**
     * Closes the connection, although not all of the response has been sent.
     *
     * @param complete completes the request, unless the container reports an error to its listeners
     */
    default void abort(Runnable complete) {
        complete.run();
    }

    static ContainerConnection of(ServletRequest request) {
        return request.getAttribute(ATTRIBUTE) instanceof ContainerConnection connection ? connection : PLAIN;
    }
}
