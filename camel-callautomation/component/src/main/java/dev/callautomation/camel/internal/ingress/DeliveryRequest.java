package dev.callautomation.camel.internal.ingress;

/** A request on the callback path, of which the server has read the head only. */
public interface DeliveryRequest {

    /**
     * How long the rest of a body is discarded after the response. A connection that is closed while its peer is still
     * sending may lose the response.
     */
    long DISCARDING_MILLIS = 2_000;

    DeliveryHead head();

    /**
     * Begins to read the body, without blocking a thread, and after the interim response 100 if the head asks for it.
     * Called once at the most.
     */
    void read(BodyReceiver receiver);

    /**
     * As {@link #read(BodyReceiver)}.
     *
     * @param beforeWaiting run once, unless the body is there already: the time from then on is limited
     */
    default void read(BodyReceiver receiver, Runnable beforeWaiting) {
        beforeWaiting.run();
        read(receiver);
    }

    /**
     * Whether the current thread is the one that has read the request, so that a short delivery may be processed on it. It
     * reads other requests, too: what it does must not take long.
     */
    default boolean mayProcessHere() {
        return false;
    }

    /**
     * Runs a task on the current thread, which is that of {@link #mayProcessHere()}, when that has processed the requests that
     * it has read, and has read again without waiting for more; at once if it reads one at a time.
     */
    default void afterwards(Runnable task) {
        task.run();
    }

    /**
     * Sends the response. Called once. If the body has not been read, what still arrives of it is discarded for a short
     * time, and the connection is closed.
     */
    void respond(DeliveryResponse response);
}
