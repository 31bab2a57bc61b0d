package dev.callautomation.camel.springboot;

import java.io.IOException;

import jakarta.servlet.ServletOutputStream;
import jakarta.servlet.WriteListener;

/** Sends a response, however slowly its peer receives it. */
final class ResponseBody implements WriteListener {

    private final ServletOutputStream output;
    private final byte[] bytes;
    private final Runnable onEnd;
    private final Runnable onError;
    private boolean written;
    private boolean flushed;

    ResponseBody(ServletOutputStream output, byte[] bytes, Runnable onEnd, Runnable onError) {
        this.output = output;
        this.bytes = bytes;
        this.onEnd = onEnd;
        this.onError = onError;
    }

    @Override
    public void onWritePossible() throws IOException {
        if (!written) {
            written = true;
            if (bytes.length > 0) {
                output.write(bytes);
            }
        }
        if (!flushed && output.isReady()) {
            flushed = true;
            output.flush();
        }
        if (flushed && output.isReady()) {
            onEnd.run();
        }
    }

    @Override
    public void onError(Throwable failure) {
        onError.run();
    }
}
