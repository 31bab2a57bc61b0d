package dev.callautomation.simulator.fault;

/**
 * A fault and how often it has matched so far.
 *
 * @param injected 0 for one that was not injected yet
 */
public record FaultCount(Fault fault, long injected) {}
