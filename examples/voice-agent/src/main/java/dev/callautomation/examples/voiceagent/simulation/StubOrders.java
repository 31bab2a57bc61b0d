package dev.callautomation.examples.voiceagent.simulation;

import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;

import dev.callautomation.examples.support.PhoneBook;

/** An order system: the orders of a customer, by phone number. */
final class StubOrders implements AutoCloseable {

    private static final Map<String, String> ORDERS = Map.of(PhoneBook.ADA.phone(), """
            [{"order": "4711", "article": "a coffee machine", "status": "arrives on Friday"}]""", PhoneBook.BEN.phone(), """
            [{"order": "4712", "article": "a lamp", "status": "is being packed"}]""");

    private final List<String> paths = new CopyOnWriteArrayList<>();
    private volatile String padding = "";
    private final JsonServer server = new JsonServer(this::respond);

    private JsonServer.Response respond(JsonServer.Request request) {
        paths.add(request.path());
        String customer = request.path().replaceFirst("/customers/(.*)/orders", "$1");
        return new JsonServer.Response(200, ORDERS.getOrDefault(customer, "[]") + padding);
    }

    /** Follows each response from now on. */
    void padding(String next) {
        padding = next;
    }

    URI uri() {
        return server.uri();
    }

    /** The paths that were requested. */
    List<String> paths() {
        return List.copyOf(paths);
    }

    @Override
    public void close() {
        server.close();
    }
}
