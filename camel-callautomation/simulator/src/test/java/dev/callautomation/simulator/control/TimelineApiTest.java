package dev.callautomation.simulator.control;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.StreamSupport;

import com.fasterxml.jackson.databind.JsonNode;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;

import dev.callautomation.simulator.HttpScenario;
import dev.callautomation.simulator.SignedClient.Answer;
import dev.callautomation.simulator.model.EventGridSubscription;

import static org.assertj.core.api.Assertions.assertThat;

class TimelineApiTest extends HttpScenario {

    @Test
    void entriesHaveTheRequestsAndResponsesTheyStandFor() {
        String call = connectedCall();
        client.post(
                CALLS + "/" + call + ":play",
                json("{'playSources':[{'kind':'text','text':{'text':'Hello'}}],'operationContext':'greeting'}"),
                Map.of("x-ms-client-request-id", "request-1"));

        JsonNode request = first(timeline(call, "?bodies=true"), "request", "play");
        JsonNode sent = request.at("/content/request");
        assertThat(sent.path("method").asText()).isEqualTo("POST");
        assertThat(sent.path("url").asText()).isEqualTo(CALLS + "/" + call + ":play?api-version=2026-03-12");
        assertThat(sent.path("body").asText()).contains("\"text\":\"Hello\"");
        assertThat(sent.path("bodyBytes").asInt())
                .isEqualTo(sent.path("body").asText().length());
        assertThat(sent.at("/headers/Authorization").asText()).isEqualTo("HMAC-SHA256 ***");
        assertThat(sent.at("/headers/x-ms-client-request-id").asText()).isEqualTo("request-1");
        assertThat(request.path("content").has("response")).isFalse();
        JsonNode answered =
                first(timeline(call, "?bodies=true"), "response", "play -> 202").at("/content/response");
        assertThat(answered.path("status").asInt()).isEqualTo(202);
        assertThat(answered.at("/headers/x-ms-client-request-id").asText()).isEqualTo("request-1");
    }

    @Test
    void anEntryIsFoundByItsNumberAndTheListLeavesOutContents() {
        String call = connectedCall();

        JsonNode listed = first(timeline(call, ""), "response", "answerCall");
        assertThat(listed.path("hasContent").asBoolean()).isTrue();
        assertThat(listed.has("content")).isFalse();
        Answer one = get("calls/" + call + "/timeline/" + listed.path("number").asText());
        assertThat(one.status()).isEqualTo(200);
        assertThat(one.text("description")).isEqualTo(listed.path("description").asText());
        assertThat(one.body().at("/content/response/body").asText()).contains("\"callConnectionId\":\"" + call);
        List<Long> numbers = StreamSupport.stream(timeline(call, "").spliterator(), false)
                .map(entry -> entry.path("number").asLong())
                .toList();
        assertThat(numbers).doesNotHaveDuplicates().isSorted();
        assertThat(get("calls/" + call + "/timeline/99999").errorCode()).isEqualTo("EntryNotFound");
        assertThat(get("calls/" + call + "/timeline/last").status()).isEqualTo(404);
        assertThat(get("calls/unknown/timeline/1").errorCode()).isEqualTo("CallNotFound");
    }

    @Test
    void theIncomingCallContextIsMaskedInEventAndRequest() {
        simulator.subscribe(EventGridSubscription.to(app.url("/grid?code=S3CRET")));
        String call = simulator.phone(CALLER).call(OUR_NUMBER);
        String context = contextOf(call);
        answer(context);
        app.await(call, "CallConnected");

        String all = Awaitility.await()
                .atMost(Duration.ofSeconds(30))
                .until(
                        () -> timeline(call, "?bodies=true").toString(),
                        text -> text.contains("IncomingCall attempt 1"));
        assertThat(all).contains("incomingCallContext").doesNotContain(context).doesNotContain("S3CRET");
    }

    @Test
    void secretsOfContextsAndPromptsAreMaskedInTextDetailsDiagramAndWhatPhonesHeard() {
        String call = connectedCall();
        client.post(
                CALLS + "/" + call + ":play",
                json("{'playSources':[{'kind':'text','text':{'text':'See https://a.example/?code=S3CRET now'}}],"
                        + "'operationContext':'{\\'name\\':\\'token\\',\\'value\\':\\'S3CRET\\'}'}"));
        app.await(call, "PlayStarted");

        JsonNode entries = timeline(call, "");
        assertThat(first(entries, "request", "play")
                        .at("/details/operationContext")
                        .asText())
                .isEqualTo(json("{'name':'token','value':'***'}"));
        JsonNode heard = first(entries, "phone", "hears");
        assertThat(heard.path("text").asText()).isEqualTo("hears \"See https://a.example/?code=*** now\"");
        assertThat(heard.path("description").asText()).contains("code=*** now");
        assertThat(entries.toString()).doesNotContain("S3CRET");
        assertThat(get("phones").body().toString())
                .contains("See https://a.example/?code=*** now")
                .doesNotContain("S3CRET");
        assertThat(simulator.timelines()).contains("code=*** now").doesNotContain("S3CRET");
    }

    @Test
    void anEventHasItsCodesAndAFailedDeliveryItsReasonAsMembers() {
        app.answering(request -> "CallConnected".equals(request.type()) ? 503 : 200);
        String call = create(PHONE).text("callConnectionId");

        JsonNode failed = Awaitility.await()
                .atMost(Duration.ofSeconds(30))
                .until(
                        () -> first(timeline(call, "?bodies=true"), "delivery", "CallConnected"),
                        entry -> entry != null);
        assertThat(failed.at("/details/attempt").asText()).isEqualTo("1");
        assertThat(failed.at("/details/status").asText()).isEqualTo("503");
        assertThat(failed.at("/details/reason").asText()).isEqualTo("status 503");
        assertThat(failed.at("/details/retryInMillis").asInt()).isPositive();
        assertThat(failed.at("/details/endpoint").asText()).isEqualTo(app.url("/cb"));
        assertThat(failed.at("/content/request/headers/Authorization").asText()).isEqualTo("Bearer ***");
        assertThat(failed.at("/content/request/body").asText()).contains("CallConnected");
        assertThat(failed.at("/content/response/status").asInt()).isEqualTo(503);
        JsonNode event = first(timeline(call, "?bodies=true"), "event", "CallConnected");
        assertThat(event.at("/details/code").asText()).isEqualTo("200");
        assertThat(event.at("/details/subCode").asText()).isEqualTo("0");
        assertThat(event.at("/details/eventId").asText())
                .isNotEmpty()
                .isEqualTo(failed.at("/details/eventId").asText());
        assertThat(event.at("/content/request/body").asText())
                .isEqualTo(app.await(call, "CallConnected").text());
        JsonNode roster = Awaitility.await()
                .atMost(Duration.ofSeconds(30))
                .until(() -> first(timeline(call, ""), "delivery", "ParticipantsUpdated"), entry -> entry != null);
        assertThat(roster.path("details").has("reason")).isFalse();
    }

    @Test
    void aDeliveryWithoutAnAnswerHasAReasonAndNoResponse() {
        app.close();
        String call = create(PHONE).text("callConnectionId");

        JsonNode failed = Awaitility.await()
                .atMost(Duration.ofSeconds(30))
                .until(
                        () -> first(timeline(call, "?bodies=true"), "delivery", "CallConnected"),
                        entry -> entry != null);
        assertThat(failed.at("/details/reason").asText()).isEqualTo("connection refused");
        assertThat(failed.path("details").has("status")).isFalse();
        assertThat(failed.path("content").has("request")).isTrue();
        assertThat(failed.path("content").has("response")).isFalse();
    }

    private JsonNode timeline(String call, String query) {
        return get("calls/" + call + "/timeline" + query).body();
    }

    private Answer get(String path) {
        return client.send("GET", "/simulator/" + path, "", Map.of());
    }

    private static JsonNode first(JsonNode timeline, String kind, String text) {
        return StreamSupport.stream(timeline.spliterator(), false)
                .filter(entry -> entry.path("kind").asText().equals(kind)
                        && entry.path("text").asText().startsWith(text))
                .findFirst()
                .orElse(null);
    }
}
