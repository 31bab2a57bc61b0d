package dev.callautomation.camel;

import java.net.http.HttpResponse;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import org.apache.camel.RoutesBuilder;
import org.apache.camel.builder.RouteBuilder;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;

import dev.callautomation.camel.internal.ingress.EventDispatcher;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/** Events during the stop of routes and of the context. */
class StoppingTest extends EventTestSupport {

    private final CountDownLatch release = new CountDownLatch(1);
    private final ListAppender<ILoggingEvent> log = new ListAppender<>();
    private final Logger logger =
            (Logger) LoggerFactory.getLogger(EventDispatcher.class.getPackageName() + ".EventRunner");

    @Override
    protected RoutesBuilder createRouteBuilder() {
        return new RouteBuilder() {
            @Override
            public void configure() {
                from("callautomation:events?type=CallConnected")
                        .routeId("slow")
                        .process(exchange ->
                                assertThat(release.await(60, TimeUnit.SECONDS)).isTrue())
                        .to("mock:slow");
                from("callautomation:events?type=PlayCompleted")
                        .routeId("other")
                        .to("mock:other");
            }
        };
    }

    @BeforeEach
    void listen() {
        log.start();
        logger.addAppender(log);
    }

    @AfterEach
    void stopListening() {
        release.countDown();
        logger.detachAppender(log);
    }

    @Test
    void anEventForAStoppingRouteIsNotAcknowledged() throws Exception {
        assertThat(post(callback("CallConnected", "1", "{\"callConnectionId\":\"c1\"}"))
                        .statusCode())
                .isEqualTo(200);
        CallAutomationConsumer slow =
                (CallAutomationConsumer) context.getRoute("slow").getConsumer();
        CompletableFuture<Void> stop = CompletableFuture.runAsync(() -> stopRoute("slow"));
        await().until(() -> !slow.accepting());
        assertThat(post(callback("CallConnected", "2", "{\"callConnectionId\":\"c2\"}"))
                        .statusCode())
                .isEqualTo(503);
        HttpResponse<String> wanted = post(callback("PlayCompleted", "3", "{\"callConnectionId\":\"c3\"}"));
        assertThat(wanted.statusCode()).as("another route takes this one").isEqualTo(200);
        getMockEndpoint("mock:slow").expectedMessageCount(1);
        release.countDown();
        stop.get(60, TimeUnit.SECONDS);
        getMockEndpoint("mock:slow").assertIsSatisfied();
    }

    private void stopRoute(String id) {
        try {
            context.getRouteController().stopRoute(id, 1, TimeUnit.MINUTES);
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    void aSuspendedRouteLosesNoEvent() throws Exception {
        context.getRouteController().suspendRoute("other");
        assertThat(post(callback("PlayCompleted", "1", "{}")).statusCode()).isEqualTo(503);
        context.getRouteController().resumeRoute("other");
        getMockEndpoint("mock:other").expectedMessageCount(1);
        assertThat(post(callback("PlayCompleted", "1", "{}")).statusCode()).isEqualTo(200);
        getMockEndpoint("mock:other").assertIsSatisfied();
    }

    @Test
    void eventsThatAreUnprocessedAfterTheTimeoutAreLogged() throws Exception {
        context.getShutdownStrategy().setTimeout(1);
        post(callback("CallConnected", "running", "{\"callConnectionId\":\"c1\"}"));
        post(callback("CallConnected", "waiting", "{\"callConnectionId\":\"c1\"}"));
        context.getExecutorServiceManager().setShutdownAwaitTermination(500);
        context.stop();
        List<String> told =
                log.list.stream().map(ILoggingEvent::getFormattedMessage).toList();
        assertThat(told)
                .anyMatch(line -> line.contains("id=running") && line.contains("callConnectionId=c1"))
                .anyMatch(line -> line.contains("id=waiting") && line.contains("callConnectionId=c1"));
    }
}
