package dev.callautomation.camel.client;

/**
 * What the server of a document answered.
 *
 * @param answer  the status, and the body if it is not the document
 * @param content the document; {@code null} if there is none
 */
public record ContentResponse(ApiResponse answer, Content content) {}
