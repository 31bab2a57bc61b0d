package dev.callautomation.camel.internal.connection;

import java.util.List;

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
 * @param http      the HTTP clients to close
 */
public record ServiceClient(
        CallAutomationClient calls, ContentClient content, HttpTransport transport, List<HttpClient> http) {

    void close() {
        calls.close();
        content.close();
        http.forEach(HttpClient::close);
    }
}
