package dev.callautomation.camel.internal.ingress;

import java.nio.ByteBuffer;
import java.util.concurrent.Future;

import dev.callautomation.camel.internal.security.RefusalKind;

/**
 * Receives a body within the limits. It ends once: with the body, with a refusal, or because the sender has aborted the
 * request.
 */
final class BodyReader implements BodyReceiver {

    static final String NO_ROOM = "Too many bodies are being received";

    /** How it ends. */
    interface Result {

        /** @param body to be released when it is not used any more */
        void received(BufferedBytes body);

        void refused(RefusalKind kind, String reason);

        void aborted();
    }

    private final int limit;
    private final Result result;
    private final BufferedBytes bytes;
    private Future<?> deadline;
    private boolean ended;

    BodyReader(int limit, ByteBudget budget, Result result) {
        this.limit = limit;
        this.bytes = new BufferedBytes(budget);
        this.result = result;
    }

    /** @param task is canceled at the end */
    synchronized void deadline(Future<?> task) {
        deadline = task;
        if (ended) {
            task.cancel(false);
        }
    }

    /** The deadline is over. */
    void expire() {
        refuse(RefusalKind.TIMEOUT, "The body takes too long");
    }

    /** Says whether there is room for a body. */
    boolean reserve() {
        return bytes.reserve();
    }

    @Override
    public void data(ByteBuffer chunk) {
        boolean tooLarge;
        synchronized (this) {
            if (ended) {
                return;
            }
            tooLarge = (long) bytes.size() + chunk.remaining() > limit;
            if (!tooLarge && bytes.add(chunk)) {
                return;
            }
        }
        if (tooLarge) {
            refuse(RefusalKind.BODY_TOO_LARGE, tooLarge(limit));
        } else {
            refuse(RefusalKind.OVERLOADED, NO_ROOM);
        }
    }

    @Override
    public void whole(byte[] body) {
        if (body.length > limit) {
            refuse(RefusalKind.BODY_TOO_LARGE, tooLarge(limit));
        } else if (bytes.whole(body)) {
            end();
        } else {
            refuse(RefusalKind.OVERLOADED, NO_ROOM);
        }
    }

    static String tooLarge(int limit) {
        return "The body has more than " + limit + " bytes";
    }

    @Override
    public void end() {
        if (finish()) {
            result.received(bytes);
        }
    }

    @Override
    public void aborted() {
        if (finish()) {
            bytes.release();
            result.aborted();
        }
    }

    /** Ends it without a result, unless it has ended. */
    boolean close() {
        boolean closed = finish();
        if (closed) {
            bytes.release();
        }
        return closed;
    }

    private void refuse(RefusalKind kind, String reason) {
        if (finish()) {
            bytes.release();
            result.refused(kind, reason);
        }
    }

    private synchronized boolean finish() {
        if (ended) {
            return false;
        }
        ended = true;
        if (deadline != null) {
            deadline.cancel(false);
        }
        return true;
    }
}
