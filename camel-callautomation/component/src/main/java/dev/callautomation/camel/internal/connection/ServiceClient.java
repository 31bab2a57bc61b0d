package dev.callautomation.camel.internal.connection;

import io.vertx.core.http.HttpClient;

import dev.callautomation.camel.internal.client.CallAutomationClient;
import dev.callautomation.camel.internal.client.ContentClient;
import dev.callautomation.camel.internal.client.HttpTransport;

/**
 * Clients of one resource.
 *
 * @param calls     for the REST API
 * @param content   for the files of recordings
 * @param transport sends the requests of both
 * @param http      the HTTP client to close; {@code null} if the application provides its own
 */
public record ServiceClient(
        CallAutomationClient calls, ContentClient content, HttpTransport transport, HttpClient http) {

    void close() {
        calls.close();
        content.close();
        if (http != null) {
            http.close();
        }
    }
}
