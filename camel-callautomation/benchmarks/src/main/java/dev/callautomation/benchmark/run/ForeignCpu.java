package dev.callautomation.benchmark.run;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;

/** Whether other processes used so much of the machine that figures mean nothing. */
final class ForeignCpu {

    private final double limit;
    private final List<Double> shares = new ArrayList<>();
    private boolean unknown;

    /**
     * @param limit the part of the machine that they may use, from 0 to 1
     */
    ForeignCpu(double limit) {
        this.limit = limit;
    }

    void add(OptionalDouble share) {
        share.ifPresentOrElse(shares::add, () -> unknown = true);
    }

    /** The median of the rounds, as that of the figures; NaN if it is unknown. */
    double share() {
        return unknown || shares.isEmpty() ? Double.NaN : Medians.of(shares);
    }

    /** What is unknown is not valid. */
    boolean valid() {
        return share() <= limit;
    }
}
