package dev.callautomation.camel.internal.connection;

import dev.callautomation.camel.internal.client.CallAutomationClient;
import dev.callautomation.camel.internal.client.ContentClient;

/**
 * Clients of one resource.
 *
 * @param calls   for the REST API
 * @param content for the files of recordings
 */
public record ServiceClient(CallAutomationClient calls, ContentClient content) {

    public void close() {
        calls.close();
        content.close();
    }
}
