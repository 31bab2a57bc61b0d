package dev.callautomation.camel.internal.client;

import java.io.InputStream;

/**
 * A document that is being downloaded.
 *
 * @param type   the media type; {@code null} if unknown
 * @param length the number of bytes; {@code null} if unknown
 * @param range  the range, as in {@code bytes 0-99/1000}; {@code null} for all of it
 * @param stream the bytes; blocking; a read fails if the transfer ends early. The caller closes it
 */
public record Content(String type, Long length, String range, InputStream stream) {}
