package dev.callautomation.camel.internal.ingress;

import java.nio.ByteBuffer;

/** Receives the body of a request. Its methods do not block and may be called on any thread, one after another. */
public interface BodyReceiver {

    /** The buffer is not used after the call. */
    void data(ByteBuffer chunk);

    void end();

    /**
     * The whole body, instead of the other methods.
     *
     * @param body is not changed any more
     */
    default void whole(byte[] body) {
        data(ByteBuffer.wrap(body));
        end();
    }

    /** The sender has closed the connection, or what it sends is no HTTP. No response can be sent any more. */
    void aborted();
}
