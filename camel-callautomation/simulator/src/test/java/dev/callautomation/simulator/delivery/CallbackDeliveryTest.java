package dev.callautomation.simulator.delivery;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

import com.fasterxml.jackson.databind.JsonNode;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;

import dev.callautomation.simulator.HttpScenario;
import dev.callautomation.simulator.Receiver.Received;
import dev.callautomation.simulator.SimulatorOptions;
import dev.callautomation.simulator.model.TimelineEntry;

import static org.assertj.core.api.Assertions.assertThat;

class CallbackDeliveryTest extends HttpScenario {

    CallbackDeliveryTest() {
        super(SimulatorOptions.defaults().withVirtualTime(true));
    }

    @Test
    void aCallbackIsOneCloudEventInAnArrayWithMembersInTheServicesOrder() {
        String call = created("{'operationContext':'op',");
        simulator.advance(Duration.ofSeconds(1));
        Received connected = app.await(call, "CallConnected");

        assertThat(connected.method()).isEqualTo("POST");
        assertThat(connected.header("Content-Type")).isEqualTo("application/json");
        assertThat(connected.body()).hasSize(1);
        assertThat(names(connected.event()))
                .containsExactly("id", "source", "type", "data", "time", "specversion", "datacontenttype", "subject");
        assertThat(names(connected.data()))
                .containsExactly(
                        "version",
                        "operationContext",
                        "resultInformation",
                        "callConnectionId",
                        "serverCallId",
                        "correlationId",
                        "publicEventType");
        assertThat(connected.event().path("source").asText()).isEqualTo("calling/callConnections/" + call);
        assertThat(connected.event().path("subject").asText()).isEqualTo("calling/callConnections/" + call);
        assertThat(connected.data().path("version").asText()).isEqualTo("2026-03-12");
        assertThat(connected.event().path("time").asText())
                .matches("\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d(\\.\\d{1,7})?\\+00:00");
    }

    @Test
    void aRosterHasItsOwnOrderAndNoOperationContext() {
        String call = created("{'operationContext':'op',");
        simulator.advance(Duration.ofSeconds(1));

        assertThat(names(app.await(call, "ParticipantsUpdated").data()))
                .containsExactly(
                        "participants",
                        "sequenceNumber",
                        "resultInformation",
                        "version",
                        "callConnectionId",
                        "serverCallId",
                        "correlationId",
                        "publicEventType");
    }

    @Test
    void plusSignsAreEscapedAsTheServiceDoes() {
        String call = created("{");
        simulator.advance(Duration.ofSeconds(1));

        String text = app.await(call, "ParticipantsUpdated").text();
        assertThat(text).contains("\\u002B15550002222").doesNotContain("+");
    }

    @Test
    void quotesAreEscapedAsTheServiceDoes() {
        String call = created("{'operationContext':'say \\'hi\\'',");
        simulator.advance(Duration.ofSeconds(1));

        Received connected = app.await(call, "CallConnected");
        assertThat(connected.text()).contains("say \\u0022hi\\u0022");
        assertThat(connected.data().path("operationContext").asText()).isEqualTo("say \"hi\"");
    }

    @Test
    void aMissingOperationContextIsLeftOut() {
        String call = created("{");
        simulator.advance(Duration.ofSeconds(1));

        assertThat(app.await(call, "CallConnected").data().has("operationContext"))
                .isFalse();
    }

    @Test
    void aServerErrorIsRepeatedWithGrowingPausesUntilItIsTaken() {
        AtomicInteger attempts = new AtomicInteger();
        app.answering(r -> "CallConnected".equals(r.type()) && attempts.incrementAndGet() < 3 ? 503 : 200);
        String call = created("{");

        simulator.advance(Duration.ofSeconds(1));
        awaitDeliveries(call, "CallConnected", 1);
        assertThat(app.await(call, "ParticipantsUpdated")).isNotNull();
        simulator.advance(Duration.ofMillis(500));
        awaitDeliveries(call, "CallConnected", 2);
        simulator.advance(Duration.ofSeconds(1));
        awaitDeliveries(call, "CallConnected", 3);
        simulator.advance(Duration.ofMinutes(10));

        assertThat(deliveries(call, "CallConnected")).containsExactly("1:503", "2:503", "3:200");
        List<String> ids = app.of(call).stream()
                .filter(r -> "CallConnected".equals(r.type()))
                .map(r -> r.event().path("id").asText())
                .toList();
        assertThat(ids).hasSize(3).containsOnly(ids.get(0));
    }

    @Test
    void anUndeliveredEventIsGivenUpAfterTheLastRetry() {
        app.answering(r -> 500);
        String call = created("{");

        simulator.advance(Duration.ofSeconds(1));
        for (int attempt = 1; attempt <= 5; attempt++) {
            awaitDeliveries(call, "CallConnected", attempt);
            simulator.advance(Duration.ofSeconds(15));
        }
        simulator.advance(Duration.ofHours(1));

        assertThat(deliveries(call, "CallConnected")).hasSize(5).allMatch(text -> text.endsWith(":500"));
    }

    @Test
    void aClientErrorIsNotRepeated() {
        app.answering(r -> 400);
        String call = created("{");

        simulator.advance(Duration.ofSeconds(1));
        awaitDeliveries(call, "ParticipantsUpdated", 1);
        simulator.advance(Duration.ofMinutes(1));

        assertThat(deliveries(call, "CallConnected")).containsExactly("1:400");
    }

    @Test
    void anApplicationThatDoesNotListenIsTriedAgain() {
        String call = created("{");
        app.close();

        simulator.advance(Duration.ofSeconds(1));
        Awaitility.await().untilAsserted(() -> assertThat(simulator.timeline(call))
                .anySatisfy(entry -> assertThat(entry.text()).contains("no answer", "again in 500 ms")));
    }

    @Test
    void oneCallsSlowReceiverDoesNotHoldUpTheOthers() {
        CountDownLatch release = new CountDownLatch(1);
        app.answering(r -> {
            if (r.path().equals("/slow")) {
                waitFor(release);
            }
            return 200;
        });
        List<String> slow = new ArrayList<>();
        for (int i = 0; i < 20; i++) {
            slow.add(created("/slow", "{"));
        }
        String fast = created("{");

        simulator.advance(Duration.ofSeconds(1));
        app.await(fast, "ParticipantsUpdated");

        assertThat(slow).allSatisfy(call -> assertThat(app.of(call)).isEmpty());
        release.countDown();
        slow.forEach(call -> assertThat(app.await(call, "ParticipantsUpdated")).isNotNull());
    }

    @Test
    void aReusedSimulatorSendsNothingOfTheCallsBefore() {
        app.answering(r -> 503);
        String call = created("{");
        simulator.advance(Duration.ofSeconds(1));
        awaitDeliveries(call, "CallConnected", 1);
        awaitDeliveries(call, "ParticipantsUpdated", 1);
        int before = app.of(call).size();

        simulator.reset();
        simulator.advance(Duration.ofMinutes(1));

        assertThat(simulator.calls()).isEmpty();
        assertThat(simulator.timeline(call)).isEmpty();
        assertThat(app.of(call)).hasSize(before);
    }

    private static void waitFor(CountDownLatch latch) {
        try {
            assertThat(latch.await(1, TimeUnit.MINUTES)).isTrue();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private String created(String begin) {
        return created("/cb", begin);
    }

    private String created(String path, String begin) {
        return client.post(
                        CALLS,
                        json(begin
                                + "'targets':[%s],'sourceCallerIdNumber':{'value':'%s'},'callbackUri':'%s'}"
                                        .formatted(identifier(PHONE), OUR_NUMBER, app.url(path))))
                .text("callConnectionId");
    }

    private void awaitDeliveries(String call, String type, int count) {
        Awaitility.await().until(() -> deliveries(call, type).size() >= count);
    }

    /** Attempts as {@code number:status}. */
    private List<String> deliveries(String call, String type) {
        return simulator.timeline(call).stream()
                .filter(entry -> entry.kind() == TimelineEntry.Kind.DELIVERY && type.equals(entry.detail("event")))
                .map(entry -> entry.detail("attempt") + ":" + entry.detail("status"))
                .toList();
    }

    private static List<String> names(JsonNode node) {
        List<String> names = new ArrayList<>();
        node.fieldNames().forEachRemaining(names::add);
        return names;
    }
}
