package dev.callautomation.camel;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.TimeUnit;

import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerOptions;
import io.vertx.core.net.ProxyOptions;
import io.vertx.ext.web.client.WebClient;
import io.vertx.ext.web.client.WebClientOptions;
import org.apache.camel.Exchange;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.impl.DefaultCamelContext;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import dev.callautomation.camel.internal.connection.Clients;

import static org.assertj.core.api.Assertions.assertThat;

/** Operations, recordings and keys through a proxy. */
class OutboundProxyTest {

    @RegisterExtension
    final ForwardingProxy proxy = new ForwardingProxy();

    @TempDir
    Path folder;

    private final Vertx vertx = Vertx.vertx();
    private final CallAutomationConfiguration configuration = new CallAutomationConfiguration();
    private final Map<String, String> globalOptions = new HashMap<>();

    @BeforeEach
    void configure() {
        configuration.setMaxRetries(0);
        configuration.setProxyHost("127.0.0.1");
        configuration.setProxyPort(proxy.port());
    }

    @AfterEach
    void close() throws Exception {
        vertx.close().toCompletionStage().toCompletableFuture().join();
    }

    private int listen(HttpServerOptions options) throws Exception {
        HttpServer server = vertx.createHttpServer(options).requestHandler(request -> request.response()
                .end("{\"callConnectionId\":\"" + request.getHeader("Host") + "\"}"));
        return server.listen(0, "127.0.0.1")
                .toCompletionStage()
                .toCompletableFuture()
                .get(60, TimeUnit.SECONDS)
                .actualPort();
    }

    private String service(boolean tls) throws Exception {
        HttpServerOptions options = new HttpServerOptions().setSsl(tls);
        if (tls) {
            OtherNameCertificate certificate = new OtherNameCertificate(folder, "ip:127.0.0.1");
            options.setKeyCertOptions(certificate.server());
            configuration.setSslContextParameters(certificate.trust());
        }
        String url = (tls ? "https" : "http") + "://127.0.0.1:" + listen(options);
        configuration.setConnectionString("endpoint=" + url + "/;accesskey=c2VjcmV0");
        configuration.setContentLocation(url + "/recording");
        configuration.setDeleteLocation(url + "/recording");
        return url;
    }

    private Exchange send(String operation) throws Exception {
        try (DefaultCamelContext context = new DefaultCamelContext()) {
            context.getGlobalOptions().putAll(globalOptions);
            CallAutomationComponent component = new CallAutomationComponent();
            component.setConfiguration(configuration);
            context.addComponent("callautomation", component);
            context.addRoutes(new RouteBuilder() {
                @Override
                public void configure() {
                    from("direct:send")
                            .toD("callautomation:${header.operation}")
                            .convertBodyTo(String.class);
                }
            });
            context.start();
            return context.createProducerTemplate().request("direct:send", exchange -> exchange.getMessage()
                    .setHeader("operation", operation + "?callConnectionId=c1"));
        }
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void allRequestsGoThroughTheProxy(boolean tls) throws Exception {
        String url = service(tls);
        String host = url.replaceFirst(".*//", "");
        for (String operation : new String[] {"getCallProperties", "downloadRecording", "deleteRecording"}) {
            proxy.requests().clear();
            Exchange exchange = send(operation);
            assertThat(exchange.getException()).isNull();
            if (!operation.startsWith("delete")) {
                assertThat(exchange.getMessage().getBody(String.class)).contains(host);
            }
            if (tls) {
                assertThat(proxy.requests()).containsAnyOf("CONNECT " + host).allMatch(("CONNECT " + host)::equals);
            } else {
                assertThat(proxy.requests()).singleElement().asString().contains(" " + url + "/");
            }
        }
    }

    @Test
    void keysAreFetchedThroughTheProxy() throws Exception {
        String url = service(true);
        Clients clients = new Clients(new DefaultCamelContext(), vertx, 1, null);
        try {
            assertThat(clients.webClient(configuration)
                            .getAbs(url + "/keys")
                            .send()
                            .toCompletionStage()
                            .toCompletableFuture()
                            .get(60, TimeUnit.SECONDS)
                            .statusCode())
                    .isEqualTo(200);
        } finally {
            clients.close();
        }
        assertThat(proxy.requests()).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void theProxyAuthenticatesTheUser(boolean tls) throws Exception {
        service(tls);
        proxy.requireUser("me", "pass:word");
        assertThat(send("getCallProperties").getException())
                .isInstanceOf(CallAutomationRequestFailedException.class)
                .hasMessageContaining("407");
        configuration.setProxyUsername("me");
        configuration.setProxyPassword("pass:word");
        assertThat(send("getCallProperties").getException()).isNull();
        assertThat(send("downloadRecording").getException()).isNull();
    }

    @Test
    void someHostsAreConnectedToDirectly() throws Exception {
        service(false);
        configuration.setNonProxyHosts("*.example.com, 127.0.*");
        assertThat(send("getCallProperties").getException()).isNull();
        assertThat(proxy.requests()).isEmpty();
    }

    @Test
    void aProxyThatIsAwayIsAFailureThatCanBeRetried() throws Exception {
        service(true);
        configuration.setProxyPort(1);
        assertThat(send("getCallProperties")
                        .getException(CallAutomationRequestFailedException.class)
                        .isRetryable())
                .isTrue();
    }

    @Test
    void recordingsGoThroughTheProxyOfTheWebClient() throws Exception {
        service(false);
        configuration.setProxyHost(null);
        configuration.setWebClient(WebClient.create(
                vertx,
                new WebClientOptions()
                        .setProxyOptions(new ProxyOptions().setHost("127.0.0.1").setPort(proxy.port()))));
        assertThat(send("downloadRecording").getException()).isNull();
        assertThat(send("deleteRecording").getException()).isNull();
        assertThat(proxy.requests()).hasSize(2);
    }

    @Test
    void loopbackAddressesIgnoreCamelsOwnSetting() throws Exception {
        service(false);
        configuration.setProxyHost(null);
        globalOptions.put("http.proxyHost", "127.0.0.1");
        globalOptions.put("http.proxyPort", String.valueOf(proxy.port()));
        assertThat(send("getCallProperties").getException()).isNull();
        assertThat(proxy.requests()).isEmpty();
    }
}
