package dev.callautomation.simulator.interception;

/**
 * The response to a request.
 *
 * @param body JSON; empty for none
 */
public record InterceptedResponse(int status, String body) {}
