package dev.callautomation.simulator.control;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import dev.callautomation.simulator.HttpScenario;

import static org.assertj.core.api.Assertions.assertThat;

class FaultApiTest extends HttpScenario {

    private static final ObjectMapper JSON = new ObjectMapper();

    private final HttpClient http = HttpClient.newHttpClient();

    @Test
    void whatIsPutIsShownWithHowOftenItStruck() throws Exception {
        String faults = json("[{'when':{'operation':'createCall'},'fault':{'status':429,'code':'8516','retryAfter':1}},"
                + "{'when':{'operation':'*','call':'c1','chance':0.5,'seed':7},'fault':{'reset':true,'delayMillis':5}},"
                + "{'when':{'event':'CallConnected'},'times':3,'fault':{'duplicate':2,'reorder':true,'token':'algNone'}},"
                + "{'when':{'event':'*'},'times':0,'fault':{'drop':true}},"
                + "{'when':{'event':'CallConnected'},'fault':{'beforeResponse':true}}]");
        HttpResponse<String> put = send("PUT", "/simulator/faults", faults);
        assertThat(put.statusCode()).as(put.body()).isEqualTo(200);
        assertThat(create(PHONE).status()).isEqualTo(429);

        JsonNode shown = JSON.readTree(send("GET", "/simulator/faults", "").body());

        assertThat(shown).hasSize(5);
        assertThat(shown.get(0).toString())
                .isEqualTo(json("{'when':{'operation':'createCall'},'times':1,"
                        + "'fault':{'status':429,'code':'8516','retryAfter':1},'injected':1}"));
        assertThat(shown.get(1).toString())
                .isEqualTo(json("{'when':{'operation':'*','call':'c1','chance':0.5,'seed':7},'times':0,"
                        + "'fault':{'delayMillis':5,'reset':'beforeExecution'},'injected':0}"));
        assertThat(shown.get(2).path("fault").toString())
                .isEqualTo(json("{'duplicate':2,'reorder':true,'token':'algNone'}"));
        assertThat(shown.get(2).path("times").asInt()).isEqualTo(3);
        // what is shown can be put again
        assertThat(send("PUT", "/simulator/faults", shown.toString()).statusCode())
                .isEqualTo(200);
    }

    @Test
    void anEmptyListAndAResetForgetThem() throws Exception {
        String drop = json("[{'when':{'event':'CallConnected'},'fault':{'drop':true}}]");
        send("PUT", "/simulator/faults", drop);
        assertThat(send("PUT", "/simulator/faults", "[]").body()).isEqualTo("[]");
        send("PUT", "/simulator/faults", drop);
        send("POST", "/simulator/reset", "");
        assertThat(send("GET", "/simulator/faults", "").body()).isEqualTo("[]");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{} | The body must be a JSON array",
                "[1] | Fault 1: a fault must be an object",
                "[{'when':{'event':'A'},'fault':{'drop':true}},{'fault':{}}] | Fault 2: when must be an object",
                "[{'when':{},'fault':{'drop':true}}] | either operation or event",
                "[{'when':{'event':'A','operation':'play'},'fault':{}}] | either operation or event",
                "[{'when':{'event':'A b'},'fault':{'drop':true}}] | not 'A b'",
                "[{'when':{'event':'CallConected'},'fault':{'drop':true}}] | There is no event CallConected",
                "[{'when':{'event':'Microsoft.Communication.Dance'},'fault':{'drop':true}}] | There is no event Dance",
                "[{'when':{'operation':'dance'},'fault':{'status':429}}] | There is no operation dance",
                "[{'when':{'event':'A','often':1},'fault':{'drop':true}}] | when has no often",
                "[{'when':{'event':'A'},'fault':{'status':429}}] | the fault of an event has no status",
                "[{'when':{'operation':'play'},'fault':{'drop':true}}] | the fault of an operation has no drop",
                "[{'when':{'operation':'play'},'fault':{'status':200}}] | status must be between 400 and 599",
                "[{'when':{'operation':'play'},'fault':{'status':'429'}}] | status must be a number",
                "[{'when':{'operation':'play'},'fault':{'retryAfter':1,'delayMillis':1}}] | go with a status",
                "[{'when':{'operation':'play'},'fault':{'status':500,'reset':true}}] | exclude each other",
                "[{'when':{'operation':'play'},'fault':{'reset':'sometimes'}}] | afterExecution",
                "[{'when':{'operation':'play'},'fault':{}}] | does nothing",
                "[{'when':{'event':'A'},'fault':{'duplicate':0}}] | duplicate must be between 2 and 100",
                "[{'when':{'event':'A'},'fault':{'duplicate':1.5}}] | duplicate must be a whole number",
                "[{'when':{'event':'A'},'fault':{'drop':'yes'}}] | drop must be true or false",
                "[{'when':{'event':'A'},'fault':{'drop':true,'duplicate':2}}] | stand alone",
                "[{'when':{'event':'A'},'fault':{'token':'stolen'}}] | token must be one of [expired",
                "[{'when':{'event':'A'},'fault':{'delayMillis':-1}}] | delayMillis must be between",
                "[{'when':{'event':'A','chance':0},'fault':{'drop':true}}] | chance must be above 0",
                "[{'when':{'event':'A','chance':1.5},'fault':{'drop':true}}] | chance must be above 0",
                "[{'when':{'event':'A','seed':1},'fault':{'drop':true}}] | give both or neither",
                "[{'when':{'event':'A'},'times':-1,'fault':{'drop':true}}] | times must be at least 1",
                "[{'when':{'event':'A'},'times':99999999999,'fault':{'drop':true}}] | times is too large",
                "[{'when':{'event':'A'},'fault':{}}] | does nothing",
                "[ | The body is not JSON",
            })
    void aWrongFaultIsRefusedWithTheReasonAndChangesNothing(String faults, String reason) throws Exception {
        send("PUT", "/simulator/faults", json("[{'when':{'event':'CallConnected'},'fault':{'drop':true}}]"));

        HttpResponse<String> answer = send("PUT", "/simulator/faults", json(faults));

        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(JSON.readTree(answer.body()).path("error").path("message").asText())
                .contains(reason);
        assertThat(JSON.readTree(send("GET", "/simulator/faults", "").body())).hasSize(1);
    }

    private HttpResponse<String> send(String method, String path, String body) throws Exception {
        URI uri = simulator.uri().resolve(path);
        return http.send(
                HttpRequest.newBuilder(uri)
                        .timeout(Duration.ofMinutes(1))
                        .method(method, HttpRequest.BodyPublishers.ofString(body))
                        .build(),
                HttpResponse.BodyHandlers.ofString());
    }
}
