package dev.callautomation.camel.docs;

import java.nio.file.Path;
import java.util.Map;
import java.util.stream.Stream;

import com.github.tomakehurst.wiremock.core.WireMockConfiguration;
import com.github.tomakehurst.wiremock.junit5.WireMockExtension;
import org.apache.camel.Exchange;
import org.apache.camel.impl.DefaultCamelContext;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import dev.callautomation.camel.CallAutomationComponent;
import dev.callautomation.camel.CallAutomationConstants;
import dev.callautomation.camel.docs.Page.Snippet;

import static com.github.tomakehurst.wiremock.client.WireMock.any;
import static com.github.tomakehurst.wiremock.client.WireMock.anyRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static org.assertj.core.api.Assertions.assertThat;

/** The short example of each operation makes a request that the component lets through. */
class OperationExamplesTest {

    @RegisterExtension
    static final WireMockExtension SERVICE = WireMockExtension.newInstance()
            .options(WireMockConfiguration.wireMockConfig().dynamicPort())
            .build();

    static Stream<Snippet> operations() {
        return Page.OPERATIONS.snippets("java").stream().filter(JavaSnippets::isOperation);
    }

    @ParameterizedTest
    @MethodSource("operations")
    void theExampleOfAnOperationAsksTheService(Snippet snippet, @TempDir Path classes) throws Exception {
        SERVICE.stubFor(any(anyUrl()).willReturn(okJson("{}")));
        try (DefaultCamelContext context = context()) {
            context.addRoutes(JavaSnippets.routes(snippet, classes));
            context.start();
            Exchange exchange = context.createProducerTemplate()
                    .request("direct:snippet", message -> message.getMessage()
                            .setHeaders(Map.of(
                                    CallAutomationConstants.CALL_CONNECTION_ID, "call",
                                    CallAutomationConstants.INCOMING_CALL_CONTEXT, "context",
                                    CallAutomationConstants.INVITATION_ID, "invitation",
                                    CallAutomationConstants.RECORDING_ID, "recording",
                                    CallAutomationConstants.CONTENT_LOCATION, SERVICE.baseUrl() + "/content",
                                    CallAutomationConstants.DELETE_LOCATION, SERVICE.baseUrl() + "/content")));
            assertThat(exchange.getException()).isNull();
            SERVICE.verify(1, anyRequestedFor(anyUrl()));
        }
    }

    private static DefaultCamelContext context() throws Exception {
        DefaultCamelContext context = new DefaultCamelContext();
        CallAutomationComponent component = new CallAutomationComponent();
        component
                .getConfiguration()
                .setConnectionString("endpoint=" + SERVICE.baseUrl() + "/;accesskey=c2VjcmV0LWtleS1vZi10aGUtdGVzdHM=");
        component.getConfiguration().setCallbackUri("https://contact.example.com");
        context.addComponent("callautomation", component);
        context.getPropertiesComponent().addInitialProperty("resourceId", "res");
        context.getPropertiesComponent().addInitialProperty("agentId", "mary");
        context.getPropertiesComponent().addInitialProperty("lobbyCall", "c2");
        return context;
    }
}
