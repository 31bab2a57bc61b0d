package dev.callautomation.camel.internal.security;

import java.util.EnumMap;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Logs the reasons of refusals, one line a minute for each kind, so that refused requests do not fill the disk. */
public final class RefusalLog {

    private static final Logger LOG = LoggerFactory.getLogger(RefusalLog.class);
    private static final long WINDOW = TimeUnit.MINUTES.toNanos(1);

    private final LongSupplier nanoTime;
    private final Map<RefusalKind, Window> windows = new EnumMap<>(RefusalKind.class);

    public RefusalLog() {
        this(System::nanoTime);
    }

    RefusalLog(LongSupplier nanoTime) {
        this.nanoTime = nanoTime;
    }

    /**
     * @param what name of the refused request, as the start of a sentence
     */
    public void refused(String what, AuthenticationResult result) {
        refused(what, result.refusal(), result.reason());
    }

    /**
     * @param what   name of the refused request, as the start of a sentence
     * @param reason the reason, with untrusted text escaped
     */
    public void refused(String what, RefusalKind kind, String reason) {
        refused(what, kind, kind.status(), reason);
    }

    /**
     * @param what   name of the refused request, as the start of a sentence
     * @param status the HTTP status that it is answered with
     * @param reason the reason, with untrusted text escaped
     */
    public void refused(String what, RefusalKind kind, int status, String reason) {
        long suppressed = suppressed(kind);
        if (suppressed == 0) {
            LOG.warn("{} was refused with status {}: {}", what, status, reason);
        } else if (suppressed > 0) {
            LOG.warn(
                    "{} was refused with status {}: {} ({} more for a reason of this kind since the last line)",
                    what,
                    status,
                    reason,
                    suppressed);
        }
    }

    /** How many refusals have not been logged since the last line of a kind; negative if this one is not, either. */
    private synchronized long suppressed(RefusalKind kind) {
        long now = nanoTime.getAsLong();
        Window window = windows.get(kind);
        if (window == null || now - window.start >= WINDOW) {
            windows.put(kind, new Window(now));
            return window == null ? 0 : window.suppressed;
        }
        window.suppressed++;
        return -1;
    }

    private static final class Window {

        private final long start;
        private long suppressed;

        private Window(long start) {
            this.start = start;
        }
    }
}
