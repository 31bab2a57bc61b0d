package dev.callautomation.simulator.model;

/**
 * What an entry of a timeline stands for: a request has its request, a response its response, an event what is posted
 * (without headers), and a delivery both that request and, when there was one, the response.
 *
 * @param request {@code null} for a response
 * @param response {@code null} for a request, an event, or a delivery without an answer
 */
public record TimelineContent(TimelineMessage request, TimelineMessage response) {}
