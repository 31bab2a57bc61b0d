package dev.callautomation.camel.internal.operation;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;

import org.apache.camel.Exchange;
import org.apache.camel.StreamCache;

/**
 * A download as a message body. It is a {@link StreamCache} so that Camel does not copy all of a recording to memory or a
 * file. It buffers nothing: it can be read once, and a second read fails instead of returning the rest.
 */
public final class RecordingStream extends FilterInputStream implements StreamCache {

    private final Long length;
    private volatile long position;
    private boolean spent;

    /**
     * @param length {@code null} if that is not known
     */
    RecordingStream(InputStream download, Long length) {
        super(download);
        this.length = length;
    }

    @Override
    public int read() throws IOException {
        checkFresh();
        int next = super.read();
        position += next < 0 ? 0 : 1;
        return next;
    }

    @Override
    public int read(byte[] target, int offset, int count) throws IOException {
        checkFresh();
        int taken = super.read(target, offset, count);
        position += Math.max(0, taken);
        return taken;
    }

    @Override
    public long skip(long count) throws IOException {
        checkFresh();
        long skipped = super.skip(count);
        position += skipped;
        return skipped;
    }

    private void checkFresh() throws IOException {
        if (spent) {
            throw new IOException("A download can be read once, and this one has been read already;"
                    + " download the recording again, or store it first and continue with the file");
        }
    }

    @Override
    public boolean markSupported() {
        return false;
    }

    /** Camel calls this before and after every step. Before the first byte is read, nothing is lost. */
    @Override
    public synchronized void reset() {
        spent = spent || position > 0;
    }

    @Override
    public void writeTo(OutputStream target) throws IOException {
        transferTo(target);
    }

    /** A copy that cannot be read: parallel branches would each read parts of the recording. */
    @Override
    public StreamCache copy(Exchange exchange) {
        RecordingStream copy = new RecordingStream(InputStream.nullInputStream(), length);
        copy.spent = true;
        return copy;
    }

    @Override
    public boolean inMemory() {
        return false;
    }

    /** 0 for an unknown length, as in Camel. */
    @Override
    public long length() {
        return length == null ? 0 : length;
    }

    @Override
    public long position() {
        return position;
    }

    @Override
    public String toString() {
        return "Recording[length=" + length + "]";
    }
}
