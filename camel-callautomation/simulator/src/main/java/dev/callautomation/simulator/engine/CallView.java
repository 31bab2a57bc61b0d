package dev.callautomation.simulator.engine;

/** A call as one of its applications sees it. */
public record CallView(Call call, Leg leg) {}
