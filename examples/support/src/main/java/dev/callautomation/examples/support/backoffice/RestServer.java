package dev.callautomation.examples.support.backoffice;

import java.net.URI;
import java.util.Comparator;
import java.util.List;
import java.util.function.Consumer;

import com.github.tomakehurst.wiremock.WireMockServer;
import com.github.tomakehurst.wiremock.client.MappingBuilder;
import com.github.tomakehurst.wiremock.extension.Extension;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.core.WireMockConfiguration.options;

/** A back-office system on WireMock, on loopback. Its answers come from its records, its journal is WireMock's own. */
public abstract sealed class RestServer implements AutoCloseable permits SalesforceServer, ServiceNowServer {

    /** Old entries are forgotten, so that a system left up does not grow without end. */
    private static final int JOURNAL_ENTRIES = 10_000;

    final WireMockServer server;

    private final Listeners listeners;

    RestServer(int port, Extension... answers) {
        this.listeners = new Listeners();
        this.server = new WireMockServer(options()
                .bindAddress("localhost")
                .port(port)
                .maxRequestJournalEntries(JOURNAL_ENTRIES)
                .extensions(listeners)
                .extensions(answers));
    }

    /** The address without a path. */
    public URI uri() {
        return URI.create(server.baseUrl());
    }

    /** Every request so far, oldest first. */
    public List<Served> journal() {
        return server.getAllServeEvents().stream()
                .filter(event -> event.getResponse() != null)
                .map(Served::of)
                .sorted(Comparator.comparing(Served::time))
                .toList();
    }

    /** Tells the listener of every request once it is answered, on a thread of the server: it must not block. */
    public void onServed(Consumer<Served> listener) {
        listeners.add(listener);
    }

    /** From now on every request for data is answered 503, as during maintenance. */
    public abstract void goDown();

    @Override
    public void close() {
        server.stop();
    }

    void answer(String transformer, MappingBuilder request) {
        server.stubFor(request.willReturn(aResponse().withTransformers(transformer)));
    }
}
