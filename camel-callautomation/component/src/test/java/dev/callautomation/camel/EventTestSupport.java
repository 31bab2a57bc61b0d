package dev.callautomation.camel;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.regex.Pattern;

import org.apache.camel.CamelContext;
import org.apache.camel.component.platform.http.vertx.VertxPlatformHttpServer;
import org.apache.camel.component.platform.http.vertx.VertxPlatformHttpServerConfiguration;
import org.apache.camel.test.junit5.CamelTestSupport;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.extension.RegisterExtension;

import dev.callautomation.camel.internal.security.Sender;
import dev.callautomation.camel.internal.security.TokenServer;

/** A Camel context with a real HTTP server that events are posted to, signed as the service signs them. */
abstract class EventTestSupport extends CamelTestSupport {

    static final HttpClient HTTP = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofMinutes(1))
            .build();
    private static final Path SAMPLES = Path.of("src/test/resources/events");

    private static final Pattern EVENT_TYPE = Pattern.compile("\"(?:t|eventT)ype\"\\s*:\\s*\"([^\"]+)\"");
    private static final String CALL_ID = "c1";

    static final String SECRET = "a-secret-of-the-tests";

    @RegisterExtension
    static final TokenServer TOKENS = new TokenServer();

    CallAutomationComponent component;

    @Override
    protected CamelContext createCamelContext() throws Exception {
        CamelContext context = super.createCamelContext();
        MockTimeout.extend(context);
        VertxPlatformHttpServerConfiguration server = new VertxPlatformHttpServerConfiguration();
        server.setBindHost("127.0.0.1");
        server.setBindPort(0);
        context.addService(new VertxPlatformHttpServer(server));
        component = new CallAutomationComponent();
        component
                .getConfiguration()
                .setConnectionString("endpoint=http://localhost:1/;accesskey=c2VjcmV0LWtleS1vZi10aGUtdGVzdHM=");
        component.getConfiguration().setResourceId(TokenServer.RESOURCE);
        component.getConfiguration().setCallbackIssuer(TOKENS.address());
        component.getConfiguration().setEventGridSecret(SECRET);
        configure(component);
        context.addComponent("callautomation", component);
        return context;
    }

    /** What a test leaves in flight must not delay its end. */
    @AfterEach
    void stopSoon() {
        QuickStop.prepare(context);
    }

    void configure(CallAutomationComponent component) {}

    URI address() {
        int port = context.hasService(VertxPlatformHttpServer.class).getPort();
        return URI.create("http://127.0.0.1:" + port + component.getCallbackPath());
    }

    /** With the credential of the sender of such an event. */
    HttpResponse<String> post(String body) throws Exception {
        boolean ofService =
                EVENT_TYPE.matcher(body).results().allMatch(type -> Sender.SERVICE.accepts(type.group(1), CALL_ID));
        return send((ofService ? request() : unsigned("?code=" + SECRET))
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(body)));
    }

    /** With a token, as the service sends it. */
    HttpRequest.Builder request() {
        return unsigned().header("Authorization", TOKENS.authorization());
    }

    HttpRequest.Builder unsigned() {
        return unsigned("");
    }

    HttpRequest.Builder unsigned(String query) {
        return HttpRequest.newBuilder(URI.create(address() + query)).timeout(Duration.ofMinutes(1));
    }

    static HttpResponse<String> send(HttpRequest.Builder request) throws IOException, InterruptedException {
        return HTTP.send(request.build(), HttpResponse.BodyHandlers.ofString());
    }

    /** A sample of what the service sends. */
    static String sample(String name) throws IOException {
        return Files.readString(SAMPLES.resolve(name + ".json"));
    }

    /** A callback of the service with just what matters to a test. */
    static String callback(String type, String id, String data) {
        return """
                [{"id":"%s","source":"calling/callConnections/c1","type":"Microsoft.Communication.%s","data":%s,
                  "time":"2026-01-01T00:00:00.1234567+00:00","specversion":"1.0","datacontenttype":"application/json",
                  "subject":"calling/callConnections/c1"}]
                """.formatted(id, type, data);
    }

    /** The event of a delivery that has one. */
    static String unwrapped(String delivery) {
        return delivery.strip().substring(1, delivery.strip().length() - 1);
    }
}
