package dev.callautomation.simulator.interception;

/**
 * A request to the REST API.
 *
 * @param id     the header {@code x-ms-client-request-id}, which all attempts of a request have in common; {@code null}
 *     when there is none
 * @param method of HTTP
 * @param path   as it was sent, with its query but without the api-version
 * @param body   empty when there is none
 */
public record InterceptedRequest(String id, String method, String path, String body) {}
