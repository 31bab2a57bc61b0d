package dev.callautomation.simulator.engine.call;

/** A call as one of its applications sees it. */
public record CallView(Call call, Leg leg) {}
