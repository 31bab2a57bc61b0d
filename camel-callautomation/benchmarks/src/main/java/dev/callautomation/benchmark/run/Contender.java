package dev.callautomation.benchmark.run;

import java.util.Map;

/** One way to do the work of a road: a process, and what loads it. */
public interface Contender {

    /** Longest time of a warm-up. */
    int WARM_UP_SECONDS = 60;

    String name();

    /** Works until the compilers have done most of theirs. */
    void warmUp();

    /**
     * Works and measures.
     *
     * @param number counts from 0
     */
    Map<Metric, Double> round(int number);
}
