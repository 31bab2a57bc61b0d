package dev.callautomation.camel.internal.client;

/**
 * Response of the server of a document.
 *
 * @param answer  the status, and the body if it is not the document
 * @param content the document; {@code null} if there is none
 */
public record ContentResponse(ApiResponse answer, Content content) {}
