package dev.callautomation.simulator.recording;

import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServerResponse;

/** Sends part of a file, as fast as the receiver takes it. */
final class RangeSender {

    private static final int PIECE = 64 * 1024;

    private final HttpServerResponse response;
    private final RecordedFile file;
    private final long end;
    private long next;

    RangeSender(HttpServerResponse response, RecordedFile file, ByteRange range) {
        this.response = response;
        this.file = file;
        this.next = range.first();
        this.end = range.last() + 1;
    }

    /** Begins; goes on by itself until everything is sent or the connection is lost. */
    void send() {
        response.exceptionHandler(lost -> next = end);
        response.drainHandler(ready -> more());
        more();
    }

    private void more() {
        while (next < end && !response.closed() && !response.writeQueueFull()) {
            byte[] piece = file.read(next, (int) Math.min(PIECE, end - next));
            next += piece.length;
            response.write(Buffer.buffer(piece));
        }
        if (next == end && !response.ended() && !response.closed()) {
            response.end();
        }
    }
}
