package dev.callautomation.camel;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;

import com.azure.core.credential.AccessToken;
import com.azure.core.credential.TokenCredential;
import com.azure.core.credential.TokenRequestContext;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.console.DevConsole;
import org.apache.camel.console.DevConsole.MediaType;
import org.apache.camel.impl.DefaultCamelContext;
import org.apache.camel.spi.PropertyConfigurer;
import org.apache.camel.support.PluginHelper;
import org.apache.camel.util.json.JsonObject;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Mono;

import static org.assertj.core.api.Assertions.assertThat;

/** The dev console shows no secret, whichever option has it, and whether it is set on the component or in the URI of a route. */
class DevConsoleSecretsTest {

    private static final String MARKER = "marker-of-a-secret-0123456789";
    private static final String KEY =
            Base64.getEncoder().encodeToString("key-of-a-resource-01".getBytes(StandardCharsets.UTF_8));
    private static final String CONNECTION =
            "endpoint=https://user:" + MARKER + "@contoso.example.com/;accesskey=" + KEY;

    private final DefaultCamelContext context = new DefaultCamelContext();

    @AfterEach
    void stop() {
        context.stop();
    }

    private static List<String> secretOptions(String kind) throws IOException {
        List<String> names = new ArrayList<>();
        try (InputStream catalog = DevConsoleSecretsTest.class.getResourceAsStream(
                "/META-INF/dev/callautomation/camel/callautomation.json")) {
            for (Map.Entry<String, JsonNode> option :
                    new ObjectMapper().readTree(catalog).path(kind).properties()) {
                if (option.getValue().path("secret").asBoolean()) {
                    names.add(option.getKey());
                }
            }
        }
        return names;
    }

    private static final class Credential implements TokenCredential {

        @Override
        public Mono<AccessToken> getToken(TokenRequestContext request) {
            return Mono.empty();
        }

        @Override
        public String toString() {
            return MARKER;
        }
    }

    private static Object secret(String option) {
        return switch (option) {
            case "tokenCredential" -> new Credential();
            case "connectionString" -> CONNECTION;
            case "accessKey" -> KEY;
            default -> MARKER;
        };
    }

    private String shown() {
        DevConsole console = PluginHelper.getDevConsoleResolver(context).resolveDevConsole("callautomation");
        return console.call(MediaType.TEXT, Map.of())
                + ((JsonObject) console.call(MediaType.JSON, Map.of())).toJson().replace("\\", "");
    }

    private void assertNoSecret(String shown) {
        assertThat(shown).doesNotContain(MARKER, KEY, KEY.replace("=", ""), "accesskey=");
    }

    @Test
    void ofTheComponent() throws Exception {
        List<String> options = secretOptions("componentProperties");
        assertThat(options)
                .contains("accessKey", "connectionString", "callbackSecret", "contextHeadersKey", "proxyPassword");
        CallAutomationComponent component = new CallAutomationComponent();
        component.setCallbackEnabled(false);
        context.addComponent("callautomation", component);
        PropertyConfigurer configurer = component.getComponentPropertyConfigurer();
        for (String option : options) {
            assertThat(configurer.configure(context, component, option, secret(option), false))
                    .as(option)
                    .isTrue();
        }
        // secrets in what is no secret itself
        component.getConfiguration().setCallbackUri("https://app.example.com/callautomation/events?secret=" + MARKER);
        component.getConfiguration().setEndpoint("https://user:" + MARKER + "@contoso.example.com");
        component.setRelayToUri("kafka:calls?saslJaasConfig=RAW(password=" + MARKER + ")");
        component.setRelayFromUri("kafka:calls?saslJaasConfig=RAW(password=" + MARKER + ")");
        context.start();
        String shown = shown();
        assertNoSecret(shown);
        assertThat(shown).contains(options).contains("xxxxxx");
    }

    @Test
    void ofTheUrisOfRoutes() throws Exception {
        StringBuilder secrets = new StringBuilder();
        context.getRegistry().bind("credential", new Credential());
        for (String option : secretOptions("properties")) {
            secrets.append('&').append(option).append('=');
            secrets.append(option.equals("tokenCredential") ? "#credential" : "RAW(" + secret(option) + ")");
        }
        CallAutomationComponent component = new CallAutomationComponent();
        component.setCallbackEnabled(false);
        context.addComponent("callautomation", component);
        context.addRoutes(new RouteBuilder() {
            @Override
            public void configure() {
                from("callautomation:events?type=CallConnected" + secrets)
                        .to(
                                "callautomation:hangUp?connectionString=RAW(endpoint=https://contoso.example.com/;accesskey="
                                        + KEY + ")");
            }
        });
        context.start();
        String shown = shown();
        assertNoSecret(shown);
        assertThat(shown).contains("CallConnected");
    }
}
