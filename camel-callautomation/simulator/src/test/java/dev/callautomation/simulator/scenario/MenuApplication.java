package dev.callautomation.simulator.scenario;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;

import dev.callautomation.simulator.SignedClient;

/**
 * An application in plain Java: a menu that is played again until the caller presses 1 for sales, who are added to the
 * call. {@code POST /calls} calls a number; {@code GET /tickets} lists the calls that sales did not answer;
 * {@code GET /document} is what a test sets.
 */
public final class MenuApplication implements AutoCloseable {

    public static final String NUMBER = "+18005550100";
    public static final String SALES = "+18005550199";

    private static final int NO_BODY = -1;

    private static final ObjectMapper JSON = new ObjectMapper();

    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final List<Map<String, String>> tickets = new CopyOnWriteArrayList<>();
    private final HttpServer server;
    private volatile SignedClient client;
    private volatile String menu = "Press one for sales";
    private volatile byte[] document = {};
    private volatile Predicate<String> refuses = type -> false;
    private final Map<String, Duration> delays = new ConcurrentHashMap<>();

    public MenuApplication() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setExecutor(threads);
        server.createContext("/", this::take);
        server.start();
    }

    /** Where it is, without a slash at the end. */
    public String url() {
        return "http://localhost:" + server.getAddress().getPort();
    }

    /** The simulator in the place of the service. */
    public MenuApplication connect(SignedClient to) {
        client = to;
        return this;
    }

    /** Plays another text. */
    public MenuApplication saying(String text) {
        menu = text;
        return this;
    }

    /** Serves this JSON. */
    public MenuApplication serving(String json) {
        document = json.getBytes(StandardCharsets.UTF_8);
        return this;
    }

    /** Answers events of these types with 500. */
    public MenuApplication refusing(Predicate<String> types) {
        refuses = types;
        return this;
    }

    /** Reacts so late to events of this type, which it acknowledges at once. */
    public MenuApplication reactingLate(String type, Duration delay) {
        delays.put(type, delay);
        return this;
    }

    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
    }

    private void take(HttpExchange exchange) throws IOException {
        try (exchange) {
            byte[] body = exchange.getRequestBody().readAllBytes();
            switch (exchange.getRequestURI().getPath()) {
                case "/calls" -> {
                    create(JSON.readTree(body).path("to").asText());
                    answer(exchange, 202, Map.of("state", "calling"));
                }
                case "/tickets" -> answer(exchange, 200, Map.of("tickets", tickets));
                case "/document" -> answer(exchange, 200, document);
                default -> events(exchange, JSON.readTree(body));
            }
        }
    }

    private void events(HttpExchange exchange, JsonNode events) throws IOException {
        JsonNode event = events.path(0);
        String type =
                event.path("eventType").asText(event.path("type").asText()).replaceFirst(".*\\.", "");
        if (type.equals("SubscriptionValidationEvent")) {
            answer(
                    exchange,
                    200,
                    Map.of(
                            "validationResponse",
                            event.at("/data/validationCode").asText()));
        } else if (refuses.test(type)) {
            exchange.sendResponseHeaders(500, NO_BODY);
        } else {
            // this server writes a body apart from the headers, and the acknowledgement of those takes 40 ms
            exchange.sendResponseHeaders(200, NO_BODY);
            Duration delay = delays.get(type);
            if (delay == null) {
                handle(type, event.path("data"));
            } else {
                CompletableFuture.delayedExecutor(delay.toMillis(), TimeUnit.MILLISECONDS, threads)
                        .execute(() -> handle(type, event.path("data")));
            }
        }
    }

    private void handle(String type, JsonNode data) {
        String call = data.path("callConnectionId").asText();
        switch (type) {
            case "IncomingCall" -> answerCall(data.path("incomingCallContext").asText());
            case "CallConnected" -> menu(call);
            case "RecognizeCompleted" -> {
                if (data.at("/choiceResult/label").asText().equals("sales")) {
                    post(
                            call,
                            "/participants:add",
                            "{'participantToAdd':%s,'sourceCallerIdNumber':{'value':'%s'},'operationContext':'sales'}"
                                    .formatted(identifier(SALES), NUMBER));
                }
            }
            case "RecognizeFailed" -> menu(call);
            case "AddParticipantFailed" -> {
                tickets.add(Map.of("call", call));
                post(call, ":play", "{'playSources':[{'kind':'text','text':{'text':'Sales will call you back'}}]}");
            }
            case "PlayCompleted" -> post(call, ":terminate", "{}");
            default -> {}
        }
    }

    private void answerCall(String context) {
        client.post(
                "/calling/callConnections:answer",
                json(("{'incomingCallContext':'%s','callbackUri':'%s/callbacks',"
                                + "'callIntelligenceOptions':{'cognitiveServicesEndpoint':'https://speech.example/'}}")
                        .formatted(context, url())));
    }

    private void create(String to) {
        client.post(
                "/calling/callConnections",
                json(("{'targets':[%s],'sourceCallerIdNumber':{'value':'%s'},"
                                + "'callbackUri':'%s/callbacks',"
                                + "'callIntelligenceOptions':{'cognitiveServicesEndpoint':'https://speech.example/'}}")
                        .formatted(identifier(to), NUMBER, url())));
    }

    private void menu(String call) {
        post(
                call,
                ":recognize",
                "{'recognizeInputType':'choices','playPrompt':{'kind':'text','text':{'text':'" + menu + "'}},"
                        + "'recognizeOptions':{'interruptPrompt':true,'initialSilenceTimeoutInSeconds':5,"
                        + "'targetParticipant':" + identifier("+14255550101")
                        + ",'choices':[{'label':'sales','phrases':['sales'],'tone':'one'}]}}");
    }

    private void post(String call, String action, String body) {
        client.post("/calling/callConnections/" + call + action, json(body));
    }

    private static String identifier(String number) {
        return "{'kind':'phoneNumber','phoneNumber':{'value':'%s'}}".formatted(number);
    }

    private static String json(String withSingleQuotes) {
        return withSingleQuotes.replace('\'', '"');
    }

    private static void answer(HttpExchange exchange, int status, Object body) throws IOException {
        answer(exchange, status, JSON.writeValueAsBytes(body));
    }

    private static void answer(HttpExchange exchange, int status, byte[] json) throws IOException {
        exchange.sendResponseHeaders(status, json.length);
        exchange.getResponseBody().write(json);
    }
}
