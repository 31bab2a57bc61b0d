package dev.callautomation.camel.internal.client;

import java.io.IOException;
import java.io.UncheckedIOException;

/**
 * Response of the server of a document.
 *
 * @param answer  the status, and the body if it is not the document
 * @param content the document; {@code null} if there is none
 */
public record ContentResponse(ApiResponse answer, Content content) {

    /** Ends the download that it begins. */
    public void close() {
        if (content != null) {
            try {
                content.stream().close();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }
}
