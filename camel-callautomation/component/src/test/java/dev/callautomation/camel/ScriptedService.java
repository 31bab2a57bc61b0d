package dev.callautomation.camel;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Function;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/** A service over real HTTP whose answers a test writes, and during which the test can do something. */
final class ScriptedService implements BeforeEachCallback, AfterEachCallback {

    static final Reply ACCEPTED = new Reply(202, "{}");

    private static final ObjectMapper MAPPER = new ObjectMapper();

    private final List<Request> requests = new CopyOnWriteArrayList<>();
    private volatile Function<Request, Reply> script;
    private ExecutorService threads;
    private HttpServer server;

    /** What was asked. */
    record Request(String method, String path, JsonNode body, String repeatabilityId) {

        String operationContext() {
            return body.path("operationContext").textValue();
        }
    }

    /** What is answered; status 0 closes the connection instead. */
    record Reply(int status, String body) {}

    @Override
    public void beforeEach(ExtensionContext context) throws IOException {
        requests.clear();
        script = request -> ACCEPTED;
        threads = Executors.newCachedThreadPool();
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setExecutor(threads);
        server.createContext("/", this::serve);
        server.start();
    }

    @Override
    public void afterEach(ExtensionContext context) {
        server.stop(0);
        threads.shutdownNow();
    }

    /** Answers from now on as the function says, which may first do what it likes. */
    void answering(Function<Request, Reply> function) {
        script = function;
    }

    List<Request> requests() {
        return requests;
    }

    String connectionString() {
        return "endpoint=http://localhost:" + server.getAddress().getPort() + ";accesskey=c2VjcmV0";
    }

    private void serve(HttpExchange http) {
        try (http) {
            byte[] body = http.getRequestBody().readAllBytes();
            Request request = new Request(
                    http.getRequestMethod(),
                    http.getRequestURI().getPath(),
                    body.length == 0 ? MAPPER.createObjectNode() : MAPPER.readTree(body),
                    http.getRequestHeaders().getFirst("Repeatability-Request-ID"));
            requests.add(request);
            Reply reply = script.apply(request);
            if (reply.status() != 0) {
                byte[] answer = reply.body().getBytes(StandardCharsets.UTF_8);
                http.sendResponseHeaders(reply.status(), answer.length == 0 ? -1 : answer.length);
                http.getResponseBody().write(answer);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
