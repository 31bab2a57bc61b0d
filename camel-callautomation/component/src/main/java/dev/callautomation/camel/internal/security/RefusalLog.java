package dev.callautomation.camel.internal.security;

import java.util.function.LongSupplier;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Logs the reasons of refusals, at a limited rate, so that many refused requests do not fill the disk. */
public final class RefusalLog {

    private static final Logger LOG = LoggerFactory.getLogger(RefusalLog.class);
    private static final int LINES = 10;
    private static final long WINDOW = 60_000_000_000L;

    private final LongSupplier nanoTime;
    private long windowStart;
    private int lines;
    private long suppressed;

    public RefusalLog() {
        this(System::nanoTime);
    }

    RefusalLog(LongSupplier nanoTime) {
        this.nanoTime = nanoTime;
        this.windowStart = nanoTime.getAsLong();
    }

    /**
     * @param what name of the refused request, as the start of a sentence
     */
    public synchronized void refused(String what, AuthenticationResult result) {
        long now = nanoTime.getAsLong();
        if (now - windowStart > WINDOW) {
            if (suppressed > 0) {
                LOG.warn("{} more requests were refused", suppressed);
            }
            windowStart = now;
            lines = 0;
            suppressed = 0;
        }
        if (lines < LINES) {
            lines++;
            LOG.warn("{} was refused with status {}: {}", what, result.status(), result.reason());
        } else {
            suppressed++;
        }
    }
}
