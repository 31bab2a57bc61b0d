package dev.callautomation.camel.security;

import java.util.function.LongSupplier;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Says why requests are refused, at a pace that fills no disk however many there are. */
public final class RefusalLog {

    private static final Logger LOG = LoggerFactory.getLogger(RefusalLog.class);
    private static final int LINES = 10;
    private static final long WINDOW = 60_000_000_000L;

    private final LongSupplier nanoTime;
    private long windowStart;
    private int lines;
    private long untold;

    public RefusalLog() {
        this(System::nanoTime);
    }

    RefusalLog(LongSupplier nanoTime) {
        this.nanoTime = nanoTime;
        this.windowStart = nanoTime.getAsLong();
    }

    /**
     * @param what what was refused, as the start of a sentence
     */
    public synchronized void refused(String what, Verdict verdict) {
        long now = nanoTime.getAsLong();
        if (now - windowStart > WINDOW) {
            if (untold > 0) {
                LOG.warn("{} more requests were refused", untold);
            }
            windowStart = now;
            lines = 0;
            untold = 0;
        }
        if (lines < LINES) {
            lines++;
            LOG.warn("{} was refused with status {}: {}", what, verdict.status(), verdict.reason());
        } else {
            untold++;
        }
    }
}
