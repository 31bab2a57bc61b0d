package dev.callautomation.camel.docs;

import java.lang.reflect.Method;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;

import com.github.tomakehurst.wiremock.core.WireMockConfiguration;
import com.github.tomakehurst.wiremock.junit5.WireMockExtension;
import io.vertx.ext.web.client.WebClient;
import org.apache.camel.Exchange;
import org.apache.camel.impl.DefaultCamelContext;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

import dev.callautomation.camel.CallAutomationComponent;
import dev.callautomation.camel.CallAutomationConstants;
import dev.callautomation.camel.docs.Page.Snippet;
import dev.callautomation.simulator.model.CallState;

import static com.github.tomakehurst.wiremock.client.WireMock.any;
import static com.github.tomakehurst.wiremock.client.WireMock.anyRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static org.assertj.core.api.Assertions.assertThat;

/** The context path of the HTTP server and the HTTP proxy, as the component's page says. */
class ConnectionTest {

    @RegisterExtension
    static final WireMockExtension PROXY = WireMockExtension.newInstance()
            .options(WireMockConfiguration.wireMockConfig().dynamicPort())
            .build();

    @TempDir
    private Path classes;

    @Test
    void eventsArriveAtACallbackUriThatIncludesTheContextPath() throws Exception {
        Snippet routes = Page.COMPONENT.snippets("java").get(0);
        try (Telephony telephony =
                Telephony.withContextPath("/app").load(routes, classes).start()) {
            assertThat(telephony.events()).hasPath("/app/callautomation/events");
            String call = telephony.simulator().phone("+14255550123").call(Telephony.NUMBER);
            Awaitility.await().atMost(Duration.ofMinutes(1)).untilAsserted(() -> assertThat(
                            telephony.participants(call))
                    .contains(Telephony.AGENT));
            assertThat(telephony.simulator().call(call).orElseThrow().state()).isEqualTo(CallState.CONNECTED);
        }
    }

    @Test
    void requestsGoThroughTheProxyOfTheWebClient() throws Exception {
        PROXY.stubFor(any(anyUrl()).willReturn(okJson("{}")));
        WebClient client = proxyClient();
        try (DefaultCamelContext context = new DefaultCamelContext()) {
            CallAutomationComponent component = new CallAutomationComponent();
            // no service has this port
            component.getConfiguration().setConnectionString("endpoint=http://localhost:1/;accesskey=a2V5");
            component.getConfiguration().setWebClient(client);
            context.addComponent("callautomation", component);
            context.start();
            Exchange exchange = context.createProducerTemplate()
                    .request("callautomation:getCallProperties", message -> message.getMessage()
                            .setHeader(CallAutomationConstants.CALL_CONNECTION_ID, "call"));
            assertThat(exchange.getException()).isNull();
            PROXY.verify(1, anyRequestedFor(anyUrl()));
        } finally {
            client.close();
        }
    }

    private WebClient proxyClient() throws Exception {
        String code = Page.snippet("@BindToRegistry(\"proxyClient\")")
                .text()
                .replace("proxy.example.com", "localhost")
                .replace("3128", String.valueOf(PROXY.getPort()));
        String source = """
                import io.vertx.core.Vertx;
                import io.vertx.core.net.ProxyOptions;
                import io.vertx.ext.web.client.WebClient;
                import io.vertx.ext.web.client.WebClientOptions;
                import org.apache.camel.BindToRegistry;

                public class ProxyConfiguration {
                %s
                }
                """.formatted(code);
        Class<?> configuration = JavaSnippets.compile(Map.of("ProxyConfiguration", source), classes)
                .loadClass("ProxyConfiguration");
        Method method = configuration.getMethod("proxyClient");
        return (WebClient) method.invoke(configuration.getConstructor().newInstance());
    }
}
