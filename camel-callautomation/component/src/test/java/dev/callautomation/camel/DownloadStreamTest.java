package dev.callautomation.camel;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

import io.vertx.core.Context;
import org.apache.camel.CamelContext;
import org.apache.camel.Exchange;
import org.apache.camel.StreamCache;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.component.mock.MockEndpoint;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** The body that a download leaves: read while it comes, kept nowhere, and never less than it should be in silence. */
class DownloadStreamTest extends RecordingTestSupport {

    private static final int MEGABYTES = 3_000_000;
    private static final String DOWNLOAD = "callautomation:downloadRecording?maxRetries=0";
    private static final String SHORT_TIMEOUT = "&responseTimeout=3000";

    @Override
    protected RouteBuilder createRouteBuilder() {
        return new RouteBuilder() {
            @Override
            public void configure() {
                from("direct:file").to(DOWNLOAD).to("file:" + folder + "?fileName=call.wav&tempFileName=call.part");
                from("direct:limitedFile")
                        .to(DOWNLOAD + SHORT_TIMEOUT)
                        .to("file:" + folder + "?fileName=call.wav&tempFileName=call.part");
                from("direct:choice")
                        .to(DOWNLOAD)
                        .choice()
                        .when(header(Exchange.CONTENT_TYPE).isEqualTo("audio/wav"))
                        .to("log:downloaded?showBody=false&showHeaders=true")
                        .to("file:" + folder + "?fileName=chosen.wav")
                        .otherwise()
                        .to("mock:wrong")
                        .end();
                from("direct:waiting").to(DOWNLOAD).to("seda:waiting");
                from("seda:waiting").to("file:" + folder + "?fileName=waited.wav");
                from("direct:tapped").to(DOWNLOAD).wireTap("direct:tap").to("file:" + folder + "?fileName=tapped.wav");
                from("direct:tap")
                        .doTry()
                        .convertBodyTo(byte[].class)
                        .doCatch(Exception.class)
                        .end()
                        .to("mock:tap");
                from("direct:parallel")
                        .to(DOWNLOAD)
                        .multicast()
                        .parallelProcessing()
                        .to("file:" + folder + "?fileName=first.wav", "direct:tap");
                from("direct:one-after-the-other")
                        .to(DOWNLOAD)
                        .multicast()
                        .stopOnException()
                        .to("file:" + folder + "?fileName=once.wav", "direct:twice");
                from("direct:twice").convertBodyTo(byte[].class);
                from("direct:unread").to(DOWNLOAD).to("mock:unread");
                from("direct:limited").to(DOWNLOAD + SHORT_TIMEOUT).to("mock:limited");
                from("direct:failing").to(DOWNLOAD).throwException(new IllegalStateException("route failed"));
                from("direct:partly")
                        .to(DOWNLOAD)
                        .process(DownloadStreamTest::readSome)
                        .to("mock:partly");
                from("direct:thread")
                        .to(DOWNLOAD)
                        .process(exchange -> exchange.setProperty("eventLoop", Context.isOnEventLoopThread()));
                from("direct:closed").to(DOWNLOAD).process(exchange -> {
                    InputStream body = exchange.getMessage().getBody(InputStream.class);
                    body.close();
                    exchange.getMessage().setBody(assertThatThrownBy(body::read));
                });
            }
        };
    }

    private static void readSome(Exchange exchange) throws IOException {
        exchange.getMessage().getBody(InputStream.class).readNBytes(1000);
    }

    private Exchange send(String endpoint) {
        return template.request(endpoint, exchange -> {});
    }

    private void assertStored(String name) throws IOException {
        assertThat(Files.readAllBytes(folder.resolve(name))).isEqualTo(RecordingServer.content(MEGABYTES));
    }

    @Test
    void aDownloadIsStoredInAFileWhileItComes() throws Exception {
        server.serve(MEGABYTES);
        assertThat(send("direct:file").getException()).isNull();
        assertStored("call.wav");
    }

    @Test
    void aChoiceAndALogOfHeadersLeaveTheDownloadWhole() throws Exception {
        server.serve(MEGABYTES);
        assertThat(send("direct:choice").getException()).isNull();
        assertStored("chosen.wav");
    }

    @Test
    void aDownloadCanGoOnInAnotherThread() throws Exception {
        server.serve(MEGABYTES);
        assertThat(send("direct:waiting").getException()).isNull();
        Path file = folder.resolve("waited.wav");
        Awaitility.await().until(() -> Files.exists(file) && Files.size(file) == MEGABYTES);
        assertStored("waited.wav");
    }

    @Test
    void aBranchBesideTheRouteCannotTakeBytesAwayFromIt() throws Exception {
        server.serve(MEGABYTES);
        MockEndpoint tap = getMockEndpoint("mock:tap");
        tap.expectedMessageCount(1);
        assertThat(send("direct:tapped").getException()).isNull();
        assertStored("tapped.wav");
        tap.assertIsSatisfied();
        assertThat(caught(tap)).hasStackTraceContaining("can be read once");
    }

    @Test
    void oneOfSeveralBranchesSideBySideGetsTheDownload() throws Exception {
        server.serve(MEGABYTES);
        MockEndpoint tap = getMockEndpoint("mock:tap");
        tap.expectedMessageCount(1);
        assertThat(send("direct:parallel").getException()).isNull();
        assertStored("first.wav");
        tap.assertIsSatisfied();
        assertThat(caught(tap)).hasStackTraceContaining("can be read once");
    }

    private static Throwable caught(MockEndpoint endpoint) {
        return endpoint.getExchanges().get(0).getProperty(Exchange.EXCEPTION_CAUGHT, Throwable.class);
    }

    @Test
    void aSecondReaderIsToldInsteadOfGettingNothing() throws Exception {
        server.serve(MEGABYTES);
        assertThat(send("direct:one-after-the-other").getException())
                .hasStackTraceContaining("download the recording again");
        assertStored("once.wav");
    }

    @Test
    void aStepThatReadsOnlyTheBeginningSpendsTheDownload() {
        server.serve(MEGABYTES);
        MockEndpoint partly = getMockEndpoint("mock:partly");
        partly.whenAnyExchangeReceived(
                exchange -> exchange.getMessage().getBody(InputStream.class).read());
        assertThat(send("direct:partly").getException())
                .isInstanceOf(IOException.class)
                .hasMessageContaining("read once");
        awaitNoConnection();
    }

    @Test
    void nothingOfADownloadIsKeptBeforeItIsRead() {
        server.serve(1_000_000_000);
        MockEndpoint unread = getMockEndpoint("mock:unread");
        unread.whenAnyExchangeReceived(exchange -> {
            StreamCache body = exchange.getMessage().getBody(StreamCache.class);
            assertThat(body.inMemory()).isFalse();
            assertThat(body.position()).isZero();
            assertThat(body.length()).isEqualTo(1_000_000_000);
        });
        assertThat(send("direct:unread").getException()).isNull();
        awaitNoConnection();
        // what the buffers of sockets on this machine take, too
        assertThat(server.sent()).isLessThan(30_000_000);
    }

    @Test
    void theSenderOfTheExchangeCanReadTheDownloadAfterIt() throws Exception {
        server.serve(3_000_000);
        byte[] content = RecordingServer.content(3_000_000);
        assertThat(template.requestBody("callautomation:downloadRecording", null, byte[].class))
                .isEqualTo(content);
        try (InputStream download = template.requestBody("direct:unread", null, InputStream.class)) {
            assertThat(download.readAllBytes()).isEqualTo(content);
        }
    }

    @Test
    void aResultThatIsReadSlowlyStaysOpenAndOneThatIsLeftDoesNot() throws Exception {
        server.serve(1_000_000_000);
        // again if a busy machine has delayed a read for as long as the timeout
        InputStream read = Awaitility.await()
                .ignoreExceptionsInstanceOf(IOException.class)
                .until(this::readSlowly, download -> true);
        awaitNoConnection();
        assertThatThrownBy(read::read).isInstanceOf(IOException.class).hasMessageContaining("closed");
    }

    /** For longer than the timeout. */
    private InputStream readSlowly() throws IOException {
        InputStream download = template.requestBody("direct:limited", null, InputStream.class);
        Instant end = Instant.now().plusMillis(3_500);
        Awaitility.await().pollInterval(Duration.ofMillis(200)).until(() -> {
            assertThat(download.read()).isNotNegative();
            return Instant.now().isAfter(end);
        });
        return download;
    }

    @Test
    void aRouteThatFailsLetsTheConnectionGo() {
        server.serve(1_000_000_000);
        assertThat(send("direct:failing").getException()).hasMessage("route failed");
        awaitNoConnection();
    }

    @Test
    void theRouteGoesOnOnAThreadThatMayWait() {
        server.serve(10);
        assertThat(send("direct:thread").getProperty("eventLoop")).isEqualTo(false);
    }

    @Test
    void aStreamThatWasClosedSaysSo() {
        server.serve(1_000_000_000);
        assertThat(send("direct:closed").getException()).isNull();
        awaitNoConnection();
    }

    @Test
    void aTransferThatBreaksOffIsNoFile() throws Exception {
        server.breakOff(MEGABYTES, MEGABYTES / 2);
        assertThat(send("direct:file").getException()).hasStackTraceContaining("of " + MEGABYTES + " bytes");
        assertThat(folder.resolve("call.wav")).doesNotExist();
    }

    @Test
    void aTransferThatStandsStillIsGivenUp() {
        server.behave(request -> {
            request.response().putHeader("Content-Length", "1000");
            request.response().write("begin");
        });
        assertThat(send("direct:limitedFile").getException())
                .hasStackTraceContaining("The download stalled for 3000 ms after 5 of 1000 bytes");
        assertThat(folder.resolve("call.wav")).doesNotExist();
        awaitNoConnection();
    }

    @Test
    void aReaderMayTakeLongerThanTheServerMay() throws Exception {
        server.serve(MEGABYTES);
        MockEndpoint slow = getMockEndpoint("mock:limited");
        slow.whenAnyExchangeReceived(exchange -> {
            InputStream body = exchange.getMessage().getBody(InputStream.class);
            byte[] begin = body.readNBytes(1000);
            // longer than the server is given, on purpose
            Awaitility.await().pollDelay(Duration.ofMillis(3500)).until(() -> true);
            exchange.setProperty("all", begin.length + body.readAllBytes().length);
        });
        assertThat(send("direct:limited").getProperty("all")).isEqualTo(MEGABYTES);
    }

    @Test
    void aDownloadUnderWayEndsWhenTheComponentStops() throws Exception {
        server.behave(request -> {
            request.response().putHeader("Content-Length", "1000");
            request.response().write("begin");
        });
        CamelContext camel = context;
        camel.addRoutes(new RouteBuilder() {
            @Override
            public void configure() {
                from("direct:slow")
                        .to("callautomation:downloadRecording?responseTimeout=60000")
                        .convertBodyTo(byte[].class);
            }
        });
        CompletableFuture<Exchange> reading = template.asyncSend("direct:slow", exchange -> {});
        Awaitility.await().until(() -> server.connections() == 1);
        camel.getComponent("callautomation").stop();
        assertThat(reading.get(60, TimeUnit.SECONDS).getException()).isNotNull();
        awaitNoConnection();
    }
}
