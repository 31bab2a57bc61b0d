package dev.callautomation.simulator;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Function;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import org.awaitility.Awaitility;

/** An application's web server: takes callbacks on any path and Event Grid events in both schemas. */
public final class Receiver implements AutoCloseable {

    private static final ObjectMapper JSON = new ObjectMapper();

    private final HttpServer server;
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final Map<String, byte[]> files = new ConcurrentHashMap<>();
    private final List<Received> received = new CopyOnWriteArrayList<>();
    private volatile Function<Received, Integer> status = any -> 200;

    /** A request as it arrived. */
    public record Received(String method, String path, Map<String, List<String>> headers, String text, JsonNode body) {

        /** The event, be it alone or in an array. */
        public JsonNode event() {
            return body.isArray() ? body.get(0) : body;
        }

        /** The type's last part, {@code null} for what is not an event. */
        public String type() {
            String type = event().path("type").asText(event().path("eventType").asText(null));
            return type == null ? null : type.substring(type.lastIndexOf('.') + 1);
        }

        public JsonNode data() {
            return event().path("data");
        }

        public String header(String name) {
            return headers.entrySet().stream()
                    .filter(entry -> entry.getKey().equalsIgnoreCase(name))
                    .map(entry -> entry.getValue().get(0))
                    .findFirst()
                    .orElse(null);
        }

        /** Code and subcode of the result. */
        public String codes() {
            JsonNode result = data().path("resultInformation");
            return result.path("code").asInt() + "/" + result.path("subCode").asInt();
        }
    }

    public Receiver() {
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
        server.setExecutor(threads);
        server.createContext("/", this::take);
        server.start();
    }

    public String url(String path) {
        return "http://localhost:" + server.getAddress().getPort() + path;
    }

    /** Decides the status of each answer. */
    public void answering(Function<Received, Integer> decision) {
        status = decision;
    }

    /** Answers requests for this path with a file. */
    public void serves(String path, byte[] file) {
        files.put(path, file);
    }

    public List<Received> all() {
        return List.copyOf(received);
    }

    /** Events of one connection in order of arrival. */
    public List<Received> of(String callConnectionId) {
        return received.stream()
                .filter(r -> callConnectionId.equals(
                        r.data().path("callConnectionId").asText()))
                .toList();
    }

    /** Types of one connection's events in order of arrival. */
    public List<String> types(String callConnectionId) {
        return of(callConnectionId).stream().map(Received::type).toList();
    }

    /** Waits for an event of a connection. */
    public Received await(String callConnectionId, String type) {
        return Awaitility.await(type + " of " + callConnectionId)
                .atMost(Duration.ofMinutes(1))
                .pollInterval(Duration.ofMillis(10))
                .until(
                        () -> of(callConnectionId).stream()
                                .filter(r -> type.equals(r.type()))
                                .findFirst(),
                        Optional::isPresent)
                .orElseThrow();
    }

    /** Waits for the {@code count}-th Event Grid event of a type. */
    public Received awaitGrid(String type, int count) {
        return Awaitility.await(type)
                .atMost(Duration.ofMinutes(1))
                .pollInterval(Duration.ofMillis(10))
                .until(
                        () -> received.stream()
                                .filter(r -> type.equals(r.type()))
                                .toList(),
                        list -> list.size() >= count)
                .get(count - 1);
    }

    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
    }

    private void take(HttpExchange exchange) throws IOException {
        String text = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
        Received request = new Received(
                exchange.getRequestMethod(),
                exchange.getRequestURI().toString(),
                Map.copyOf(exchange.getRequestHeaders()),
                text,
                JSON.readTree(text.isEmpty() ? "{}" : text));
        int code = status.apply(request);
        byte[] answer = files.getOrDefault(exchange.getRequestURI().getPath(), new byte[0]);
        if ("OPTIONS".equals(request.method())) {
            exchange.getResponseHeaders().set("WebHook-Allowed-Origin", "eventgrid.azure.net");
        } else if ("SubscriptionValidation".equals(request.header("aeg-event-type"))) {
            answer = JSON.writeValueAsBytes(Map.of(
                    "validationResponse", request.data().path("validationCode").asText()));
        }
        received.add(request);
        exchange.sendResponseHeaders(code, answer.length == 0 ? -1 : answer.length);
        exchange.getResponseBody().write(answer);
        exchange.close();
    }
}
