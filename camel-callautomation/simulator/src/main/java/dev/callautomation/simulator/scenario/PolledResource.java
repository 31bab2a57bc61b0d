package dev.callautomation.simulator.scenario;

import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

import dev.callautomation.simulator.timeline.Masking;
import dev.callautomation.simulator.wire.Json;

/** JSON of another system, which is fetched again and again until it is as expected. */
final class PolledResource {

    /** In which another system takes over what the application tells it. */
    private static final long FIRST_NANOS = TimeUnit.MILLISECONDS.toNanos(500);

    private static final long PAUSE_NANOS = TimeUnit.MILLISECONDS.toNanos(50);

    private static final Supplier<List<String>> NOTHING = List::of;

    private final Expectation expected;
    private final HttpExchanges http;
    private CompletableFuture<HttpResponse<Optional<byte[]>>> response;

    /** What differed last; masked when it is taken, as most of it is never shown. */
    private Supplier<List<String>> differences = line("no response yet");

    private final long begin = System.nanoTime();
    private long last;

    PolledResource(Expectation expected, HttpExchanges http) {
        this.expected = expected;
        this.http = http;
    }

    /** Whether it has been asked for so short a time that the clock should stand still. */
    boolean isNew() {
        return System.nanoTime() - begin < FIRST_NANOS;
    }

    /** Whether it is as expected by the last response. */
    boolean isMet() {
        if (response != null && response.isDone()) {
            differences = differences(response);
            response = null;
            last = System.nanoTime();
        }
        if (response == null && differences != NOTHING && (last == 0 || System.nanoTime() - last > PAUSE_NANOS)) {
            ObjectNode request = Json.object().put("method", "GET").put("url", expected.name());
            request.set(
                    "headers",
                    expected.json().path("headers").isMissingNode()
                            ? Json.object()
                            : expected.json().get("headers"));
            response = http.start(request);
        }
        return differences == NOTHING;
    }

    /** What differed last. */
    List<String> differences() {
        return differences.get();
    }

    private Supplier<List<String>> differences(CompletableFuture<HttpResponse<Optional<byte[]>>> done) {
        try {
            HttpResponse<Optional<byte[]>> answer = done.join();
            int status = answer.statusCode();
            Integer wanted = expected.status();
            if (wanted == null ? status / 100 != 2 : status != wanted) {
                return line("status: expected " + (wanted == null ? "200 to 299" : wanted) + ", but was " + status);
            }
            if (answer.body().isEmpty()) {
                return line("the response is longer than " + BoundedBody.LONGEST + " bytes");
            }
            if (expected.with().isMissingNode()) {
                return NOTHING;
            }
            JsonNode json = Json.read(answer.body().get());
            return MemberDifferences.matches(expected.with(), json)
                    ? NOTHING
                    : () -> MemberDifferences.between(expected.with(), json, () -> masked(json));
        } catch (CompletionException e) {
            return line("no response: " + HttpExchanges.reason(e.getCause()));
        } catch (IOException e) {
            return line("the response is not JSON");
        }
    }

    private static Supplier<List<String>> line(String line) {
        return () -> List.of(line);
    }

    private static JsonNode masked(JsonNode json) {
        String text = Masking.mask(new String(Json.writePlain(json), StandardCharsets.UTF_8));
        try {
            return Json.read(text.getBytes(StandardCharsets.UTF_8));
        } catch (IOException e) {
            // nothing of it is shown
            return MissingNode.getInstance();
        }
    }
}
