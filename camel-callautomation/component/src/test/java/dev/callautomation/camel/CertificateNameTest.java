package dev.callautomation.camel;

import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerOptions;
import io.vertx.ext.web.client.WebClient;
import org.apache.camel.impl.DefaultCamelContext;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import dev.callautomation.camel.internal.connection.Clients;

import static org.assertj.core.api.Assertions.assertThat;

/** A trusted certificate is accepted only for the host that it names. */
class CertificateNameTest {

    @TempDir
    Path folder;

    private final Vertx vertx = Vertx.vertx();
    private final AtomicInteger requests = new AtomicInteger();
    private HttpServer server;

    @AfterEach
    void close() {
        vertx.close().toCompletionStage().toCompletableFuture().join();
    }

    private CallAutomationConfiguration configuration(String name) throws Exception {
        OtherNameCertificate certificate = new OtherNameCertificate(folder, name);
        server = vertx.createHttpServer(new HttpServerOptions().setSsl(true).setKeyCertOptions(certificate.server()))
                .requestHandler(request -> {
                    requests.incrementAndGet();
                    request.response().end("{}");
                })
                .listen(0, "127.0.0.1")
                .toCompletionStage()
                .toCompletableFuture()
                .get(60, TimeUnit.SECONDS);
        CallAutomationConfiguration configuration = new CallAutomationConfiguration();
        configuration.setConnectionString("endpoint=https://127.0.0.1:" + server.actualPort() + "/;accesskey=c2VjcmV0");
        configuration.setContentLocation("https://127.0.0.1:" + server.actualPort() + "/recording");
        configuration.setSslContextParameters(certificate.trust());
        configuration.setMaxRetries(0);
        return configuration;
    }

    private Exception send(CallAutomationConfiguration configuration, String operation) throws Exception {
        try (DefaultCamelContext context = new DefaultCamelContext()) {
            CallAutomationComponent component = new CallAutomationComponent();
            component.setConfiguration(configuration);
            context.addComponent("callautomation", component);
            context.start();
            return context.createProducerTemplate()
                    .request("callautomation:" + operation + "?callConnectionId=c1", exchange -> {})
                    .getException();
        }
    }

    private static boolean fetchKeys(CallAutomationConfiguration configuration, int port) throws Exception {
        try (DefaultCamelContext context = new DefaultCamelContext()) {
            Clients clients = new Clients(context, null, 1, null);
            try {
                WebClient client = clients.webClient(configuration);
                return client.getAbs("https://127.0.0.1:" + port + "/keys")
                        .send()
                        .map(response -> true)
                        .otherwise(false)
                        .toCompletionStage()
                        .toCompletableFuture()
                        .get(60, TimeUnit.SECONDS);
            } finally {
                clients.close();
            }
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"getCallProperties", "downloadRecording"})
    void aRequestIsNotSentToAServerOfAnotherName(String operation) throws Exception {
        assertThat(send(configuration("dns:other.example.com"), operation))
                .isInstanceOf(CallAutomationRequestFailedException.class);
        assertThat(requests).hasValue(0);
    }

    @ParameterizedTest
    @ValueSource(strings = {"getCallProperties", "downloadRecording"})
    void aRequestIsSentToAServerOfTheName(String operation) throws Exception {
        assertThat(send(configuration("ip:127.0.0.1"), operation)).isNull();
        assertThat(requests).hasValue(1);
    }

    @Test
    void keysAreNotFetchedFromAServerOfAnotherName() throws Exception {
        assertThat(fetchKeys(configuration("dns:other.example.com"), server.actualPort()))
                .isFalse();
        assertThat(fetchKeys(configuration("ip:127.0.0.1"), server.actualPort()))
                .isTrue();
    }
}
