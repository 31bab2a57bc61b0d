package dev.callautomation.camel;

import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

import org.apache.camel.ProducerTemplate;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.component.platform.http.vertx.VertxPlatformHttpServer;
import org.apache.camel.main.Main;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import dev.callautomation.camel.event.CallAutomationEvent;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * What an event and an operation allocate on camel-main with the server of Vert.x, the server and the HTTP client included.
 * A limit is the figure that was measured, and a tenth. A change that needs more has to say why; one that needs less lowers
 * the limit.
 */
class AllocationTest {

    private static final long EVENT = 14_400;
    private static final long EVENT_ROUTED = 14_600;
    private static final long OPERATION = 17_200;
    private static final int UNITS = 100;

    private final Main main = new Main();
    private final Semaphore consumed = new Semaphore(0);

    @AfterEach
    void stop() {
        main.stop();
    }

    @Test
    void anEventThatIsAcknowledgedWhenReceived() throws Exception {
        check(bytesOfAnEvent("RECEIVED"), EVENT);
    }

    @Test
    void anEventThatIsAcknowledgedWhenRouted() throws Exception {
        check(bytesOfAnEvent("ROUTED"), EVENT_ROUTED);
    }

    private long bytesOfAnEvent(String acknowledge) throws Exception {
        main.addInitialProperty("camel.server.enabled", "true");
        main.addInitialProperty("camel.server.host", "127.0.0.1");
        main.addInitialProperty("camel.server.port", "0");
        property("connectionString", "endpoint=http://localhost:1/;accesskey=c2VjcmV0");
        property("callbackAuthentication", "NONE");
        property("acknowledge", acknowledge);
        start(new RouteBuilder() {
            @Override
            public void configure() {
                from("callautomation:events").process(exchange -> {
                    // binds the event, as most routes do
                    Objects.requireNonNull(exchange.getMessage()
                            .getBody(CallAutomationEvent.class)
                            .callConnectionId());
                    consumed.release();
                });
            }
        });
        int port =
                main.getCamelContext().hasService(VertxPlatformHttpServer.class).getPort();
        try (PlainHttp.Client client = new PlainHttp.Client(port)) {
            return AllocatedBytes.perUnit(List.of(Thread.currentThread()), UNITS, units -> {
                for (int i = 0; i < units; i++) {
                    assertThat(client.post("/callautomation/events", "application/cloudevents+json", event()))
                            .isEqualTo(200);
                }
                assertThat(consumed.tryAcquire(units, 1, TimeUnit.MINUTES)).isTrue();
            });
        }
    }

    @Test
    void anOperation() throws Exception {
        try (PlainHttp.Server service = new PlainHttp.Server(202)) {
            property("connectionString", "endpoint=http://localhost:" + service.port() + "/;accesskey=c2VjcmV0");
            start(new RouteBuilder() {
                @Override
                public void configure() {
                    from("direct:play").to("callautomation:play?file=https://contoso.example.com/welcome.wav");
                }
            });
            ProducerTemplate template = main.getCamelTemplate();
            String call = UUID.randomUUID().toString();
            long bytes = AllocatedBytes.perUnit(List.of(service.thread()), UNITS, units -> {
                for (int i = 0; i < units; i++) {
                    template.requestBodyAndHeader(
                            "direct:play", null, CallAutomationConstants.CALL_CONNECTION_ID, call);
                }
            });
            check(bytes, OPERATION);
        }
    }

    private static void check(long bytes, long limit) {
        assertThat(bytes)
                .as("%,d bytes allocated, at most %,d expected", bytes, limit)
                .isLessThanOrEqualTo(limit);
    }

    private void property(String name, String value) {
        main.addInitialProperty("camel.component.callautomation." + name, value);
    }

    private void start(RouteBuilder routes) {
        // the application.properties on this class path belong to another test
        main.setDefaultPropertyPlaceholderLocation("false");
        main.addInitialProperty("camel.main.startupSummaryLevel", "Off");
        main.configure().addRoutesBuilder(routes);
        main.start();
    }

    private static String event() {
        String call = UUID.randomUUID().toString();
        return """
                [{"id":"%1$s","source":"calling/callConnections/%2$s","type":"Microsoft.Communication.ParticipantsUpdated",
                "data":{"participants":[
                {"identifier":{"rawId":"4:+18005550100","kind":"phoneNumber","phoneNumber":{"value":"+18005550100"}},"isMuted":false,"isOnHold":false},
                {"identifier":{"rawId":"4:+18005550199","kind":"phoneNumber","phoneNumber":{"value":"+18005550199"}},"isMuted":false,"isOnHold":false}],
                "sequenceNumber":1,"resultInformation":{"code":200,"subCode":0,"message":""},"version":"2026-03-12",
                "callConnectionId":"%2$s","serverCallId":"aHR0cHM6Ly9hcGkuZmxpZ2h0cHJveHkuc2t5cGUuY29t%2$s","correlationId":"%2$s",
                "publicEventType":"Microsoft.Communication.ParticipantsUpdated"},
                "time":"2026-01-02T03:04:05.1234567+00:00","specversion":"1.0","datacontenttype":"application/json",
                "subject":"calling/callConnections/%2$s"}]
                """.formatted(UUID.randomUUID(), call);
    }
}
