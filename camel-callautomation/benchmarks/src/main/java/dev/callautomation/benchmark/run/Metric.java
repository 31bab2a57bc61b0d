package dev.callautomation.benchmark.run;

/** What is measured of a contender. */
public enum Metric {
    CPU("CPU", "us"),
    CPU_OF_LOAD("CPU of the load generator", "us"),
    ALLOCATED("allocated", "KB"),
    RATE("per second", ""),
    WALL("time", "ms"),
    CPU_MILLIS("CPU", "ms"),
    CLASSES("classes", ""),
    THREADS("threads", ""),
    RESIDENT("memory", "MB"),
    P50("p50", "ms"),
    P99("p99", "ms"),
    LOST("lost", ""),
    HEAP("heap", "B");

    private final String label;
    private final String unit;

    Metric(String label, String unit) {
        this.label = label;
        this.unit = unit;
    }

    public String label() {
        return label;
    }

    public String unit() {
        return unit;
    }
}
