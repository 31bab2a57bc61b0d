package dev.callautomation.camel;

import dev.callautomation.camel.client.CallAutomationClient;
import dev.callautomation.camel.client.ContentClient;

/**
 * What speaks to one resource.
 *
 * @param calls   for the REST API
 * @param content for the files of recordings
 */
record ServiceClients(CallAutomationClient calls, ContentClient content) {

    void close() {
        calls.close();
        content.close();
    }
}
