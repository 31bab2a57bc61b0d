package dev.callautomation.benchmark.run;

import org.jspecify.annotations.Nullable;

/**
 * What a figure should be.
 *
 * @param contender whose figure it is
 * @param peer      whose figure it is divided by; {@code null} for the figure itself
 * @param limit     of the ratio, or of the figure
 * @param kind      on which side of the limit it should be
 */
public record Goal(String contender, @Nullable String peer, Metric metric, double limit, Kind kind) {

    /** Side of a limit. */
    public enum Kind {
        AT_MOST,
        AT_LEAST,
        /** At most so much more than the peer. */
        ADDED_AT_MOST
    }

    public static Goal ratio(String contender, String peer, Metric metric, double atMost) {
        return new Goal(contender, peer, metric, atMost, Kind.AT_MOST);
    }

    public static Goal atMost(String contender, Metric metric, double limit) {
        return new Goal(contender, null, metric, limit, Kind.AT_MOST);
    }

    public static Goal atLeast(String contender, Metric metric, double limit) {
        return new Goal(contender, null, metric, limit, Kind.AT_LEAST);
    }

    public static Goal added(String contender, String peer, Metric metric, double atMost) {
        return new Goal(contender, peer, metric, atMost, Kind.ADDED_AT_MOST);
    }

    /** The figure that the limit is for. */
    public double value(double own, double peers) {
        if (peer == null) {
            return own;
        }
        return kind == Kind.ADDED_AT_MOST ? own - peers : own / peers;
    }

    public boolean met(double value) {
        return kind == Kind.AT_LEAST ? value >= limit : value <= limit;
    }
}
