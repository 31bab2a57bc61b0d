package dev.callautomation.simulator.control;

import java.io.InputStream;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SchemaId;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SpecVersion;
import org.junit.jupiter.api.Test;

import dev.callautomation.simulator.ControlContract;
import dev.callautomation.simulator.HttpScenario;
import dev.callautomation.simulator.SimulatorOptions;

import static org.assertj.core.api.Assertions.assertThat;

/** The description of the control API says what the simulator does, and nothing else. */
class OpenApiTest extends HttpScenario {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Set<String> METHODS = Set.of("get", "put", "post", "delete");

    private final Map<String, String> bodies = new LinkedHashMap<>();

    OpenApiTest() {
        super(SimulatorOptions.defaults().withVirtualTime(true));
    }

    @Test
    void itIsServedAsJsonAndAsYaml() throws Exception {
        HttpResponse<byte[]> json = client.exchange("GET", "/simulator/openapi.json", "", Map.of());
        HttpResponse<byte[]> yaml = client.exchange("GET", "/simulator/openapi.yaml", "", Map.of());

        assertThat(JSON.readTree(json.body()))
                .isEqualTo(ControlContract.document())
                .isEqualTo(new YAMLMapper().readTree(yaml.body()));
        assertThat(ControlContract.document().path("openapi").asText()).isEqualTo("3.1.0");
    }

    @Test
    void itsSchemasAreSchemasAndItsReferencesLeadSomewhere() {
        var metaSchema = JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012)
                .getSchema(SchemaLocation.of(SchemaId.V202012));

        ControlContract.document().at("/components/schemas").forEach(schema -> assertThat(metaSchema.validate(schema))
                .as(schema.toString())
                .isEmpty());
        assertThat(ControlContract.document().findValuesAsText("$ref"))
                .hasSizeGreaterThan(50)
                .allSatisfy(ref -> assertThat(
                                ControlContract.document().at(ref.substring(1)).isMissingNode())
                        .as(ref)
                        .isFalse());
    }

    @Test
    void eachOperationHasAnIdOfItsOwnASummaryAndItsPathParameter() {
        List<String> ids = new ArrayList<>();
        operations().forEach((name, operation) -> {
            ids.add(operation.path("operationId").asText());
            assertThat(operation.path("summary").asText()).as(name).isNotBlank();
            assertThat(operation.path("responses").has("default")).as(name).isTrue();
            String path = name.replaceFirst("\\w+ ", "");
            ControlContract.document()
                    .path("paths")
                    .path(path)
                    .path("parameters")
                    .forEach(parameter -> assertThat(path)
                            .contains("{"
                                    + ControlContract.resolve(parameter)
                                            .path("name")
                                            .asText() + "}"));
        });
        assertThat(ids).doesNotHaveDuplicates().isNotEmpty();
    }

    @Test
    void theIndexListsEachOperation() {
        JsonNode index = client.send("GET", "/simulator/", "", Map.of()).body();

        List<String> listed = new ArrayList<>();
        index.path("actions")
                .forEach(action -> listed.add(action.path("method").asText() + " "
                        + action.path("path").asText()));
        assertThat(listed).containsExactlyInAnyOrderElementsOf(operations().keySet());
    }

    /** Requests have each member that is described; answers are checked by the client. */
    @Test
    void eachOperationWorksAsDescribed() throws Exception {
        Set<String> left = new TreeSet<>(operations().keySet());
        String call = connected();
        String subscription = null;
        for (String[] request : requests(call)) {
            String path = request[2].replace("SUBSCRIPTION", String.valueOf(subscription));
            var answer = client.exchange(request[0], path, json(request[3]), Map.of());
            assertThat(answer.statusCode())
                    .as("%s %s %s", request[0], path, new String(answer.body(), StandardCharsets.UTF_8))
                    .isEqualTo(Integer.parseInt(request[4]));
            if (request[1].endsWith("eventgrid/subscriptions") && "POST".equals(request[0])) {
                subscription = JSON.readTree(answer.body()).path("id").asText();
            }
            String name = request[0] + " " + request[1];
            left.remove(name);
            bodies.merge(name, json(request[3]), (one, other) -> one + "\n" + other);
        }
        left.remove("GET /simulator/events");
        bodies.put("GET /simulator/events", stream());
        assertThat(left).as("operations without an example").isEmpty();
        for (Map.Entry<String, JsonNode> operation : operations().entrySet()) {
            checkRequests(operation.getKey(), operation.getValue());
        }
    }

    /** Has no end: reads its headers, and returns the body of its request. */
    private String stream() throws Exception {
        HttpRequest request = HttpRequest.newBuilder(simulator.uri().resolve("simulator/events"))
                .build();
        HttpResponse<InputStream> response =
                HttpClient.newHttpClient().send(request, HttpResponse.BodyHandlers.ofInputStream());
        response.body().close();
        assertThat(response.statusCode()).isEqualTo(200);
        assertThat(response.headers().firstValue("Content-Type")).contains("text/event-stream; charset=utf-8");
        return "";
    }

    private void checkRequests(String name, JsonNode operation) throws Exception {
        JsonNode schema = operation.at("/requestBody/content/application~1json/schema");
        Set<String> used = new TreeSet<>();
        for (String body : bodies.get(name).split("\n")) {
            if (schema.isMissingNode()) {
                assertThat(body).as(name).isEmpty();
                continue;
            }
            JsonNode document = JSON.readTree(body);
            assertThat(ControlContract.errors(schema, document))
                    .as(name + " " + body)
                    .isEmpty();
            members("", document, used);
        }
        Set<String> described = new TreeSet<>();
        members("", schema, described, 0);
        assertThat(used).as(name + ": members").containsAll(described);
    }

    /** Members of a document by their path, without the indexes of lists. */
    private static void members(String path, JsonNode node, Set<String> into) {
        node.properties().forEach(member -> {
            into.add(path + member.getKey());
            members(path + member.getKey() + ".", member.getValue(), into);
        });
        if (node.isArray()) {
            node.forEach(item -> members(path, item, into));
        }
    }

    /** Members that a schema describes. */
    private static void members(String path, JsonNode reference, Set<String> into, int depth) {
        JsonNode schema = ControlContract.resolve(reference);
        schema.path("properties").properties().forEach(member -> {
            into.add(path + member.getKey());
            members(path + member.getKey() + ".", member.getValue(), into, depth + 1);
        });
        if (schema.has("items")) {
            members(path, schema.get("items"), into, depth + 1);
        }
    }

    /** Method, described path, path, body and expected status. */
    private List<String[]> requests(String call) {
        String phone = "/simulator/phones/{phone}";
        String caller = "/simulator/phones/+15550001111";
        String other = "/simulator/phones/+15550002222";
        String subscriptions = "/simulator/eventgrid/subscriptions";
        String recording = record(call);
        List<String[]> all = new ArrayList<>();
        add(all, "GET", "/simulator", "/simulator/", "", 200);
        add(all, "GET", "/simulator/openapi.json", null, "", 200);
        add(all, "GET", "/simulator/openapi.yaml", null, "", 200);
        add(all, "GET", "/simulator/calls", null, "", 200);
        add(all, "GET", "/simulator/calls/{call}", "/simulator/calls/" + call, "", 200);
        add(all, "GET", "/simulator/calls/{call}/timeline", "/simulator/calls/" + call + "/timeline", "", 200);
        add(
                all,
                "GET",
                "/simulator/calls/{call}/timeline",
                "/simulator/calls/" + call + "/timeline?bodies=true",
                "",
                200);
        add(
                all,
                "GET",
                "/simulator/calls/{call}/timeline/{number}",
                "/simulator/calls/" + call + "/timeline/"
                        + simulator.timeline(call).get(0).number(),
                "",
                200);
        add(all, "GET", "/simulator/calls/{call}/diagram", "/simulator/calls/" + call + "/diagram", "", 200);
        add(all, "GET", "/simulator/calls/{call}/scenario", "/simulator/calls/" + call + "/scenario", "", 200);
        add(all, "GET", "/simulator/scenario.schema.json", null, "", 200);
        add(
                all,
                "POST",
                "/simulator/scenarios:run",
                null,
                "{'scenario':{'steps':[{'afterMillis':1}]},'file':'a.yaml','variables':{'b':'c'}}",
                200);
        add(all, "GET", "/simulator/calls/{call}/recordings", "/simulator/calls/" + call + "/recordings", "", 200);
        add(
                all,
                "POST",
                "/simulator/recordings/{recording}:pad",
                "/simulator/recordings/" + recording + ":pad",
                "{'millis':1000}",
                200);
        add(all, "POST", phone + ":press", caller + ":press", "{'tones':['one','pound']}", 200);
        add(all, "POST", phone + ":press", caller + ":press", "{'tones':'1#'}", 200);
        add(all, "POST", phone + ":say", caller + ":say", "{'text':'Hello','confidence':0.5}", 200);
        add(all, "POST", phone + ":hangUp", caller + ":hangUp", "", 200);
        add(
                all,
                "PUT",
                phone,
                other,
                "{'behaviour':'manual','ringMillis':10,'script':[{'hears':'a','afterMillis':1,'press':'1'},{'say':'b'},"
                        + "{'hangUp':true}]}",
                200);
        add(all, "GET", phone, other, "", 200);
        add(all, "GET", "/simulator/phones", null, "", 200);
        add(
                all,
                "POST",
                phone + ":call",
                caller + ":call",
                "{'to':'+15550002222','displayName':'Ada','customContext':{'sipHeaders':{'a':'b'},'voipHeaders':{'c':'d'}}}",
                200);
        add(all, "POST", phone + ":answer", other + ":answer", "", 200);
        add(all, "POST", phone + ":call", "/simulator/phones/+15550003333:call", "{'to':'+15550002222'}", 200);
        add(all, "POST", phone + ":call", "/simulator/phones/8:acs:a_b:call", "{'roomId':'99466898241024408'}", 200);
        add(
                all,
                "POST",
                phone + ":call",
                "/simulator/phones/8:acs:a_c:call",
                "{'groupCallId':'29228d3e-040e-4656-a70e-890ab4e173e5'}",
                200);
        add(all, "POST", phone + ":call", "/simulator/phones/+15550004444:call", "{'to':'+15550005555'}", 200);
        add(all, "PUT", phone, "/simulator/phones/+15550006666", "{'behaviour':'manual'}", 200);
        add(all, "POST", phone + ":call", "/simulator/phones/+15550007777:call", "{'to':'+15550006666'}", 200);
        add(all, "POST", phone + ":decline", "/simulator/phones/+15550006666:decline", "", 200);
        add(
                all,
                "PUT",
                "/simulator/faults",
                null,
                "[{'when':{'operation':'addParticipant','call':'x','chance':0.5,'seed':1},'times':2,'injected':0,"
                        + "'fault':{'status':429,'code':'8516','retryAfter':1,'delayMillis':5}},"
                        + "{'when':{'operation':'*'},'fault':{'reset':'afterExecution'}},"
                        + "{'when':{'event':'*'},'fault':{'duplicate':2,'reorder':true,'token':'expired'}},"
                        + "{'when':{'event':'*'},'fault':{'drop':true}},"
                        + "{'when':{'event':'CallConnected'},'fault':{'beforeResponse':true}}]",
                200);
        add(all, "GET", "/simulator/faults", null, "", 200);
        add(
                all,
                "POST",
                subscriptions,
                null,
                "{'endpoint':'%s','schema':'CloudEventSchemaV1_0','types':['IncomingCall'],'retry':false,"
                                .formatted(app.url("/described"))
                        + "'entra':{'tenantId':'3aa4a235-b6e2-48d5-9195-7fcf05b459b0','audience':'api://webhook'}}",
                201);
        add(all, "GET", subscriptions, null, "", 200);
        add(all, "GET", subscriptions + "/{subscription}", subscriptions + "/SUBSCRIPTION", "", 200);
        add(all, "DELETE", subscriptions + "/{subscription}", subscriptions + "/SUBSCRIPTION", "", 204);
        add(all, "POST", "/simulator/clock:advance", null, "{'millis':1000}", 204);
        add(all, "POST", "/simulator/reset", null, "", 204);
        return all;
    }

    private static void add(List<String[]> all, String method, String described, String path, String body, int status) {
        all.add(new String[] {method, described, path == null ? described : path, body, String.valueOf(status)});
    }

    private String connected() {
        String call = ring();
        assertThat(answer(contextOf(call)).status()).isEqualTo(200);
        simulator.advance(Duration.ofSeconds(1));
        app.await(call, "ParticipantsUpdated");
        return call;
    }

    private String record(String call) {
        String serverCallId = simulator.call(call).orElseThrow().serverCallId();
        return client.post(
                        "/calling/recordings",
                        json("{'callLocator':{'kind':'serverCallLocator','serverCallId':'%s'}}"
                                .formatted(serverCallId)))
                .text("recordingId");
    }

    private static Map<String, JsonNode> operations() {
        Map<String, JsonNode> operations = new LinkedHashMap<>();
        ControlContract.document().path("paths").properties().forEach(path -> path.getValue().properties().stream()
                .filter(member -> METHODS.contains(member.getKey()))
                .forEach(member -> operations.put(
                        member.getKey().toUpperCase(Locale.ROOT) + " " + path.getKey(), member.getValue())));
        return operations;
    }
}
