package dev.callautomation.camel.internal.connection;

import java.util.List;

import dev.callautomation.camel.internal.client.CallAutomationClient;
import dev.callautomation.camel.internal.client.ConnectionPool;
import dev.callautomation.camel.internal.client.ContentClient;
import dev.callautomation.camel.internal.client.HttpTransport;

/**
 * Clients of one resource.
 *
 * @param calls     for the REST API
 * @param content   for the files of recordings
 * @param transport sends the requests of both
 * @param pools     the connections of both
 */
public record ServiceClient(
        CallAutomationClient calls, ContentClient content, HttpTransport transport, List<ConnectionPool> pools) {

    void close() {
        calls.close();
        content.close();
        pools.forEach(ConnectionPool::close);
    }
}
