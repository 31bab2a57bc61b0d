package dev.callautomation.camel.internal.journal;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.Stream;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

import dev.callautomation.camel.event.EventEnvelope;

import static org.assertj.core.api.Assertions.assertThat;

/** A journal in a directory, and what is recorded in it. */
final class JournalFixture {

    private final Path directory;
    private final CountDownLatch held = new CountDownLatch(1);
    private final ExecutorService thread = Executors.newSingleThreadExecutor();
    private final CallJournal journal;

    JournalFixture(Path directory, JournalLimits limits) {
        this.directory = directory;
        this.journal = new CallJournal(directory, thread, () -> {}, limits);
    }

    JournalFixture(Path directory) {
        this(directory, JournalLimits.DEFAULT);
    }

    CallJournal journal() {
        return journal;
    }

    /** Nothing is written until it is released. */
    JournalFixture held() {
        thread.execute(() -> {
            try {
                held.await();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        });
        return this;
    }

    void release() {
        held.countDown();
    }

    void incomingCall(String correlationId, String context) {
        event("IncomingCall", "event-of-" + correlationId, null, """
                {"to":{"rawId":"4:+4930111222","phoneNumber":{"value":"+4930111222"}},
                 "from":{"rawId":"4:+4989333444","phoneNumber":{"value":"+4989333444"}},
                 "callerDisplayName":"Ben Winter","serverCallId":"server-%1$s","incomingCallContext":"%2$s",
                 "customContext":{"voipHeaders":{"account":"gold-4711"}},"correlationId":"%1$s"}
                """.formatted(correlationId, context));
    }

    void event(String type, String id, String call, String data) {
        try {
            ObjectNode members = (ObjectNode) JournalJson.MAPPER.readTree(data);
            if (call != null) {
                members.put("callConnectionId", call);
            }
            ObjectNode event =
                    JournalJson.MAPPER.createObjectNode().put("id", id).put("type", type);
            event.set("data", members);
            journal.event(
                    new EventEnvelope(
                            id,
                            "Microsoft.Communication." + type,
                            "source",
                            "subject",
                            null,
                            call,
                            members.path("serverCallId").asText(null),
                            members.path("correlationId").asText(null),
                            null,
                            null,
                            members),
                    event.toString().getBytes(StandardCharsets.UTF_8));
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException(data, e);
        }
    }

    long request(String operation, String path, String body) {
        return journal.request(operation, "POST", path, body.getBytes(StandardCharsets.UTF_8));
    }

    void response(long request, String operation, int status, String body) {
        journal.response(request, operation, status, 1, body.getBytes(StandardCharsets.UTF_8));
    }

    /** The answer to an incoming call. */
    void answered(String context, String call, String correlationId) {
        long answer = request(
                "answerCall", "/calling/callConnections:answer", "{\"incomingCallContext\":\"" + context + "\"}");
        response(answer, "answerCall", 200, """
                {"callConnectionId":"%s","serverCallId":"server-%2$s","correlationId":"%2$s"}
                """.formatted(call, correlationId));
    }

    /** The files, after the journal has been closed, oldest first. */
    List<Path> files() {
        journal.close();
        assertThat(thread.isTerminated()).isTrue();
        try (Stream<Path> files = Files.list(directory)) {
            return files.sorted().toList();
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    static List<JsonNode> lines(Path file) {
        try {
            List<JsonNode> lines = new ArrayList<>();
            for (String line : Files.readAllLines(file)) {
                lines.add(JournalJson.MAPPER.readTree(line));
            }
            return lines;
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    /** Kinds of entries with the type or operation of each. */
    static List<String> kinds(Path file) {
        return lines(file).stream()
                .map(line -> (line.path("kind").asText() + " "
                                + line.path("type")
                                        .asText(line.path("operation").asText()))
                        .trim())
                .toList();
    }
}
