package dev.callautomation.camel.client;

import java.io.InputStream;

/**
 * A document that is being downloaded.
 *
 * @param type   its media type; {@code null} if the server does not say
 * @param length how many bytes come; {@code null} if the server does not say
 * @param range  which part comes, as in {@code bytes 0-99/1000}; {@code null} for all of it
 * @param stream the bytes; reading blocks, and fails if the transfer breaks off before its end. To be closed
 */
public record Content(String type, Long length, String range, InputStream stream) {}
