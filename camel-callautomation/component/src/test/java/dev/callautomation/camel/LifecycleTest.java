package dev.callautomation.camel;

import java.io.ByteArrayInputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.KeyStore;
import java.security.cert.CertificateFactory;
import java.time.Duration;
import java.util.Set;
import java.util.stream.Collectors;

import com.github.tomakehurst.wiremock.core.WireMockConfiguration;
import com.github.tomakehurst.wiremock.junit5.WireMockExtension;
import io.vertx.core.Vertx;
import io.vertx.ext.web.client.WebClient;
import io.vertx.ext.web.client.WebClientOptions;
import org.apache.camel.Exchange;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.component.platform.http.vertx.VertxPlatformHttpServer;
import org.apache.camel.component.platform.http.vertx.VertxPlatformHttpServerConfiguration;
import org.apache.camel.impl.DefaultCamelContext;
import org.apache.camel.support.jsse.KeyStoreParameters;
import org.apache.camel.support.jsse.SSLContextParameters;
import org.apache.camel.support.jsse.TrustManagersParameters;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

import dev.callautomation.camel.internal.security.TokenServer;
import dev.callautomation.simulator.CallAutomationSimulator;
import dev.callautomation.simulator.SimulatorOptions;

import static com.github.tomakehurst.wiremock.client.WireMock.any;
import static com.github.tomakehurst.wiremock.client.WireMock.anyRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static com.github.tomakehurst.wiremock.client.WireMock.equalTo;
import static com.github.tomakehurst.wiremock.client.WireMock.noContent;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

class LifecycleTest {

    @RegisterExtension
    static final WireMockExtension SERVICE = WireMockExtension.newInstance()
            .options(WireMockConfiguration.wireMockConfig().dynamicPort())
            .build();

    private static String connectionString() {
        return "endpoint=http://localhost:" + SERVICE.getPort() + ";accesskey=c2VjcmV0";
    }

    private static CallAutomationComponent component(DefaultCamelContext context) {
        CallAutomationComponent component = new CallAutomationComponent();
        component.getConfiguration().setConnectionString(connectionString());
        context.addComponent("callautomation", component);
        return component;
    }

    private static Exchange hangUp(DefaultCamelContext context, String options) throws Exception {
        SERVICE.stubFor(any(anyUrl()).willReturn(noContent()));
        Exchange exchange = context.createProducerTemplate()
                .request("callautomation:hangUp?callConnectionId=c1" + options, message -> {});
        if (exchange.getException() != null) {
            throw exchange.getException();
        }
        return exchange;
    }

    @Test
    void noThreadAndNoPortIsLeftAfterTheContextHasStopped() throws Exception {
        SERVICE.stubFor(any(anyUrl()).willReturn(noContent()));
        Set<Thread> before = Thread.getAllStackTraces().keySet();
        DefaultCamelContext context = new DefaultCamelContext();
        VertxPlatformHttpServerConfiguration server = new VertxPlatformHttpServerConfiguration();
        server.setBindPort(0);
        context.addService(new VertxPlatformHttpServer(server));
        TokenServer tokens = new TokenServer().start();
        CallAutomationConfiguration options = component(context).getConfiguration();
        options.setResourceId(TokenServer.RESOURCE);
        options.setCallbackIssuer(tokens.address());
        context.addRoutes(new RouteBuilder() {
            @Override
            public void configure() {
                from("callautomation:events").to("callautomation:hangUp");
            }
        });
        context.start();
        hangUp(context, "");
        context.stop();
        assertThat(tokens.keyFetches()).isEqualTo(1);
        tokens.close();
        await().untilAsserted(() -> assertThat(Thread.getAllStackTraces().keySet().stream()
                        .filter(thread -> !before.contains(thread) && thread.isAlive())
                        .map(Thread::getName)
                        .filter(name -> !name.startsWith("qtp")
                                && !name.startsWith("awaitility")
                                && !name.contains("globalEventExecutor")
                                && !name.contains("ForkJoinPool"))
                        .collect(Collectors.toList()))
                .isEmpty());
    }

    @Test
    void aComponentThatWasNeverStartedStops() throws Exception {
        try (DefaultCamelContext context = new DefaultCamelContext()) {
            component(context).stop();
        }
    }

    @Test
    void theComponentStartsAgainAfterAStop() throws Exception {
        try (DefaultCamelContext context = new DefaultCamelContext()) {
            CallAutomationComponent component = component(context);
            context.start();
            hangUp(context, "");
            component.stop();
            component.start();
            hangUp(context, "&operationContext=another-endpoint");
        }
    }

    @Test
    void aWebClientOfTheRegistryIsUsedAndNotClosed() throws Exception {
        Vertx vertx = Vertx.vertx();
        WebClient webClient = WebClient.create(vertx, new WebClientOptions().setUserAgent("mine"));
        try {
            try (DefaultCamelContext context = new DefaultCamelContext()) {
                context.getRegistry().bind("myVertx", vertx);
                context.getRegistry().bind("myClient", webClient);
                component(context);
                context.start();
                hangUp(context, "");
                assertThat(context.getComponent("callautomation", CallAutomationComponent.class)
                                .getVertx())
                        .isSameAs(vertx);
            }
            SERVICE.verify(anyRequestedFor(anyUrl()).withHeader("User-Agent", equalTo("mine")));
            assertThat(webClient
                            .getAbs("http://localhost:" + SERVICE.getPort() + "/still-open")
                            .send()
                            .toCompletionStage())
                    .succeedsWithin(Duration.ofMinutes(1));
        } finally {
            vertx.close().toCompletionStage().toCompletableFuture().join();
        }
    }

    @Test
    void tlsTrustsWhatTheSslContextParametersTrust() throws Exception {
        try (CallAutomationSimulator simulator = CallAutomationSimulator.start(
                        SimulatorOptions.defaults().withTls(true));
                DefaultCamelContext context = new DefaultCamelContext()) {
            KeyStore certificates = KeyStore.getInstance(KeyStore.getDefaultType());
            certificates.load(null, null);
            certificates.setCertificateEntry(
                    "simulator",
                    CertificateFactory.getInstance("X.509")
                            .generateCertificate(new ByteArrayInputStream(
                                    simulator.certificatePem().orElseThrow().getBytes(StandardCharsets.US_ASCII))));
            KeyStoreParameters trusted = new KeyStoreParameters();
            trusted.setKeyStore(certificates);
            TrustManagersParameters trust = new TrustManagersParameters();
            trust.setKeyStore(trusted);
            SSLContextParameters parameters = new SSLContextParameters();
            parameters.setTrustManagers(trust);
            context.getRegistry().bind("tls", parameters);
            context.start();

            String uri = "callautomation:getCallProperties?callConnectionId=c1&maxRetries=0&connectionString=RAW("
                    + simulator.connectionString() + ")";
            CallAutomationComponent component = new CallAutomationComponent();
            component.setAutowiredEnabled(false);
            context.addComponent("callautomation", component);
            assertThat(status(context, uri)).as("not trusted, so not reached").isZero();
            assertThat(status(context, uri + "&sslContextParameters=#tls"))
                    .as("reached, though there is no such call")
                    .isEqualTo(404);
        }
    }

    private static int status(DefaultCamelContext context, String uri) {
        return context.createProducerTemplate()
                .request(uri, exchange -> {})
                .getException(CallAutomationRequestFailedException.class)
                .getStatusCode();
    }

    @Test
    void secretsStayOutOfUrisAndDumps() throws Exception {
        try (DefaultCamelContext context = new DefaultCamelContext()) {
            component(context);
            context.start();
            CallAutomationEndpoint endpoint = context.getEndpoint(
                    "callautomation:answerCall?endpoint=https://a.example.com&accessKey=RAW(dG9wLXNlY3JldA==)"
                            + "&incomingCallContext=RAW(bearer-of-the-call)",
                    CallAutomationEndpoint.class);
            assertThat(endpoint.toString()).doesNotContain("dG9wLXNlY3JldA", "bearer-of-the-call");
            assertThat(endpoint.getServiceUrl()).isEqualTo("https://a.example.com");
            assertThat(context.getEndpoint("callautomation:hangUp", CallAutomationEndpoint.class)
                            .getServiceUrl())
                    .isEqualTo("http://localhost:" + SERVICE.getPort());
        }
    }

    @Test
    void aMissingConnectionIsSaidAtStartAndOnlyOnUseWithLazyStart() throws Exception {
        try (DefaultCamelContext context = new DefaultCamelContext()) {
            context.addRoutes(route("eager", "callautomation:hangUp?callConnectionId=c1"));
            assertThatThrownBy(context::start)
                    .rootCause()
                    .hasMessageContaining("set the option connectionString")
                    .hasMessageContaining("the option endpoint and the option accessKey");
        }
        try (DefaultCamelContext context = new DefaultCamelContext()) {
            context.addRoutes(route("lazy", "callautomation:hangUp?callConnectionId=c1&lazyStartProducer=true"));
            context.start();
            assertThatThrownBy(() -> context.createProducerTemplate().sendBody("direct:lazy", ""))
                    .rootCause()
                    .hasMessageContaining("set the option connectionString");
        }
    }

    private static RouteBuilder route(String name, String to) {
        return new RouteBuilder() {
            @Override
            public void configure() {
                from("direct:" + name).to(to);
            }
        };
    }

    @Test
    void theServiceCanBeNamedByEndpointAndAccessKey() throws Exception {
        try (DefaultCamelContext context = new DefaultCamelContext()) {
            context.start();
            hangUp(
                    context,
                    "&endpoint=" + URI.create("http://localhost:" + SERVICE.getPort()) + "&accessKey=RAW(c2VjcmV0)");
            SERVICE.verify(anyRequestedFor(anyUrl()));
        }
    }
}
