package dev.callautomation.camel;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Base64;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;

import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

import io.vertx.core.http.HttpServerRequest;
import org.apache.camel.Exchange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import dev.callautomation.camel.event.EventEnvelope;
import dev.callautomation.camel.event.RecordingFileStatusUpdated;
import dev.callautomation.camel.model.RecordingChunk;
import dev.callautomation.camel.model.RecordingStorageInfo;

import static org.assertj.core.api.Assertions.assertThat;

/** Downloading and deleting files of recordings: what is asked for, what comes, and what becomes of refusals. */
class DownloadRecordingTest extends RecordingTestSupport {

    private RecordingChunk chunk(String id) {
        return new RecordingChunk(
                id,
                0,
                "SessionEnded",
                server.url() + "/" + id,
                server.url() + "/" + id + "/meta",
                server.url() + "/" + id + "/all");
    }

    private static RecordingFileStatusUpdated event(RecordingChunk... chunks) {
        return new RecordingFileStatusUpdated(
                new EventEnvelope("1", "x", null, null, null, null, null, null, null, null, null),
                "r1",
                new RecordingStorageInfo(List.of(chunks)),
                null,
                null,
                null,
                null,
                null,
                null,
                null);
    }

    @Test
    void theWholeFileComesWithItsTypeAndLength() {
        server.serve(300_000);
        Exchange exchange = run("downloadRecording");
        assertThat(exchange.getMessage().getBody(byte[].class)).isEqualTo(RecordingServer.content(300_000));
        assertThat(exchange.getMessage().getHeaders())
                .containsEntry(Exchange.CONTENT_TYPE, "audio/wav")
                .containsEntry(Exchange.CONTENT_LENGTH, 300_000L)
                .doesNotContainKey("Content-Range");
    }

    @Test
    void anOperationThatFollowsDoesNotTakeTheFileForItsRequest() {
        server.serve(300_000);
        Exchange exchange = run("downloadRecording");
        template.send(
                "callautomation:unhold?callConnectionId=c1&maxRetries=0&target=" + WireTestSupport.USER, exchange);
        assertThat(exchange.getMessage().getBody(byte[].class)).isEqualTo(RecordingServer.content(300_000));
    }

    @Test
    void theRequestIsSignedForTheEndpointAndSentToTheFilesHost() throws Exception {
        server.serve(10);
        run("downloadRecording?contentLocation=RAW(" + server.url() + "?part=1&sig=a%2Fb)");
        HttpServerRequest request = server.request();
        assertThat(request.uri()).isEqualTo("/v1/objects/0-eus-d12/content/audio?part=1&sig=a%2Fb");
        assertThat(request.getHeader("Host")).startsWith("127.0.0.1:").isNotEqualTo(ENDPOINT);
        assertThat(request.getHeader("x-ms-host")).isEqualTo(ENDPOINT);
        assertThat(request.getHeader("Range")).isNull();
        assertThat(request.getHeader("Authorization")).isEqualTo(signature(request));
    }

    /** What the test's key makes of the path without its query and the endpoint's host, at the time of the request. */
    private static String signature(HttpServerRequest request) throws GeneralSecurityException {
        Mac mac = Mac.getInstance("HmacSHA256");
        mac.init(new SecretKeySpec(Base64.getDecoder().decode("c2VjcmV0LWtleS1vZi10aGUtdGVzdHM="), "HmacSHA256"));
        String toSign = "GET\n" + request.path() + "\n" + request.getHeader("x-ms-date") + ";" + ENDPOINT
                + ";47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU=";
        return "HMAC-SHA256 SignedHeaders=x-ms-date;host;x-ms-content-sha256&Signature="
                + Base64.getEncoder().encodeToString(mac.doFinal(toSign.getBytes(StandardCharsets.UTF_8)));
    }

    @Test
    void theMetadataAreDownloadedFromTheirOwnLocation() {
        server.behave(request -> request.response().end("{\"of\":\"" + request.path() + "\"}"));
        assertThat(new String(bytes("downloadRecording?recordingDocument=metadata", chunk("a"))))
                .endsWith("/content/audio/a/meta\"}");
    }

    @Test
    void aFileOrAnEventWithOneFileAsTheBodySaysWhatToDownloadAndLeavesItsLocations() {
        for (Object body : List.of(chunk("a"), event(chunk("a")))) {
            server.behave(request -> request.response().end(request.path()));
            Exchange exchange = run("downloadRecording", body);
            assertThat(exchange.getMessage().getBody(String.class)).endsWith("/content/audio/a");
            assertThat(exchange.getMessage().getHeaders())
                    .containsEntry(CallAutomationConstants.CONTENT_LOCATION, server.url() + "/a")
                    .containsEntry(CallAutomationConstants.METADATA_LOCATION, server.url() + "/a/meta")
                    .containsEntry(CallAutomationConstants.DELETE_LOCATION, server.url() + "/a/all");
        }
    }

    @Test
    void anEventWithSeveralFilesHasToBeSplit() {
        context.getComponent("callautomation", CallAutomationComponent.class)
                .getConfiguration()
                .setContentLocation(null);
        assertThat(run("downloadRecording", event(chunk("a"), chunk("b"))).getException())
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("2 files")
                .hasMessageContaining("split");
    }

    @Test
    void aHeaderOfTheRouteBeatsTheBody() {
        server.behave(request -> request.response().end(request.path()));
        Exchange exchange = template.request("direct:bytes", message -> {
            message.getMessage().setHeader("uri", "callautomation:downloadRecording");
            message.getMessage().setHeader(CallAutomationConstants.CONTENT_LOCATION, server.url() + "/header");
            message.getMessage().setBody(chunk("a"));
        });
        assertThat(exchange.getMessage().getBody(String.class)).endsWith("/header");
    }

    @ParameterizedTest
    @CsvSource({
        "downloadOffset=2&downloadLength=3, bytes=2-4, bytes 2-4/10",
        "downloadOffset=7, bytes=7-, bytes 7-9/10",
        "downloadLength=4, bytes=0-3, bytes 0-3/10"
    })
    void aPartOfAFileComesAsAskedFor(String options, String asked, String sent) {
        server.behave(request -> {
            assertThat(request.getHeader("Range")).isEqualTo(asked);
            request.response()
                    .setStatusCode(206)
                    .putHeader("Content-Range", sent)
                    .end("part");
        });
        Exchange exchange = run("downloadRecording?" + options);
        assertThat(exchange.getMessage().getBody(String.class)).isEqualTo("part");
        assertThat(exchange.getMessage().getHeaders())
                .containsEntry("Content-Range", sent)
                .containsEntry(Exchange.CONTENT_LENGTH, 4L);
        assertThat(server.request().getHeader("Range")).isEqualTo(asked);
    }

    @Test
    void aPartBeyondTheEndIsRefused() {
        server.behave(request -> request.response()
                .setStatusCode(416)
                .putHeader("Content-Range", "bytes */10")
                .end());
        CallAutomationRequestFailedException failure =
                run("downloadRecording?downloadOffset=99").getException(CallAutomationRequestFailedException.class);
        assertThat(failure.getStatusCode()).isEqualTo(416);
        assertThat(failure.isRetryable()).isFalse();
    }

    @ParameterizedTest
    @CsvSource({"200, ", "206, bytes 0-3/10", "206, bytes 5-8/10", "206, bytes 5-4/10", "206, bytes 5-many/10", "206, "
    })
    void anotherRangeThanRequestedIsRefused(int status, String range) {
        server.behave(request -> {
            request.response().setStatusCode(status);
            if (range != null) {
                request.response().putHeader("Content-Range", range);
            }
            // the rest of the body does not follow
            request.response().putHeader("Content-Length", "1000000").write("part");
        });
        assertThat(run("downloadRecording?downloadOffset=5&downloadLength=3").getException())
                .isInstanceOf(CallAutomationRequestFailedException.class)
                .hasMessageContaining("another range");
        awaitNoConnection();
    }

    @ParameterizedTest
    @ValueSource(ints = {301, 302, 303, 307, 308})
    void aRedirectionToAnAllowedHostIsFollowedAndSignedAnew(int status) {
        server.behave(request -> {
            if (request.path().endsWith("/moved")) {
                request.response().end("moved");
            } else {
                request.response()
                        .setStatusCode(status)
                        .putHeader("Location", "/v1/moved?x=1")
                        .end();
            }
        });
        assertThat(new String(bytes("downloadRecording", null))).isEqualTo("moved");
        assertThat(server.requests()).isEqualTo(2);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://evil.example.com/x",
                "//evil.example.com/x",
                "http://127.0.0.1@evil.example.com/x",
                "http://us-storage.asm.skype.com/x",
                "https://us storage.asm.skype.com?sig=s3cret"
            })
    void aRedirectionElsewhereIsNotFollowed(String target) {
        server.behave(request -> request.response()
                .setStatusCode(302)
                .putHeader("Location", target)
                .end());
        assertThat(run("downloadRecording").getException())
                .isInstanceOf(CallAutomationRequestFailedException.class)
                .hasMessageContaining("redirected")
                .hasMessageNotContaining("s3cret");
        assertThat(server.requests()).isOne();
    }

    @Test
    void redirectionsEnd() {
        server.behave(request -> request.response()
                .setStatusCode(302)
                .putHeader("Location", server.url())
                .end());
        assertThat(run("downloadRecording").getException()).hasMessageContaining("more than 5 times");
        assertThat(server.requests()).isEqualTo(6);
    }

    @Test
    void aDeletionIsNotRedirectedByAnswersThatTurnItIntoAQuestion() {
        server.behave(request -> request.response()
                .setStatusCode(302)
                .putHeader("Location", server.url())
                .end());
        assertThat(run("deleteRecording?deleteLocation=" + server.url())
                        .getException(CallAutomationRequestFailedException.class)
                        .getStatusCode())
                .isEqualTo(302);
        assertThat(server.requests()).isOne();
    }

    @Test
    void aServerThatIsBusyIsAskedAgainBeforeTheFirstByte() {
        AtomicInteger attempts = new AtomicInteger();
        server.behave(request -> {
            if (attempts.incrementAndGet() < 3) {
                request.response().setStatusCode(503).end("busy");
            } else {
                request.response().end("there");
            }
        });
        assertThat(new String(bytes("downloadRecording", null))).isEqualTo("there");
        assertThat(attempts).hasValue(3);
    }

    @Test
    void aServerThatSaysNothingIsGivenUp() {
        server.behave(request -> {});
        assertThat(run("downloadRecording?responseTimeout=2000&maxRetries=1").getException())
                .isInstanceOf(CallAutomationRequestFailedException.class)
                .hasMessageContaining("No response within 2000 ms");
        assertThat(server.requests()).isEqualTo(2);
        awaitNoConnection();
    }

    @Test
    void theReasonOfARefusalIsTold() {
        server.behave(request ->
                request.response().setStatusCode(403).end("{\"error\":{\"code\":\"7504\",\"message\":\"No.\"}}"));
        CallAutomationRequestFailedException failure =
                run("downloadRecording").getException(CallAutomationRequestFailedException.class);
        assertThat(failure.getSubCode()).isEqualTo(7504);
        assertThat(failure).hasMessageContaining("403").hasMessageContaining("No.");
    }

    @Test
    void smallAnswersDoNotGetLostHoweverFastTheyCome() {
        server.behave(request -> request.response().end("small"));
        for (int i = 0; i < 100; i++) {
            assertThat(new String(bytes("downloadRecording?maxRetries=0", null)))
                    .isEqualTo("small");
        }
        server.behave(request -> request.response().setStatusCode(403).end("no"));
        for (int i = 0; i < 100; i++) {
            assertThat(run("downloadRecording?maxRetries=0")
                            .getException(CallAutomationRequestFailedException.class)
                            .getStatusCode())
                    .isEqualTo(403);
        }
    }

    @Test
    void aRefusalWithoutEndIsCutOff() {
        server.behave(request -> {
            request.response().setStatusCode(404).setChunked(true);
            request.response().write("x".repeat(100_000));
        });
        assertThat(run("downloadRecording")
                        .getException(CallAutomationRequestFailedException.class)
                        .getStatusCode())
                .isEqualTo(404);
        awaitNoConnection();
    }

    @Test
    void aFileAsTheBodyIsDeletedAndTheBodyStays() {
        server.behave(request -> request.response().end());
        Exchange exchange = template.request("callautomation:deleteRecording", message -> message.getMessage()
                .setBody(chunk("a")));
        assertThat(exchange.getException()).isNull();
        assertThat(exchange.getMessage().getBody()).isEqualTo(chunk("a"));
        assertThat(server.request().method().name()).isEqualTo("DELETE");
        assertThat(server.request().path()).endsWith("/content/audio/a/all");
        assertThat(server.request().getHeader("x-ms-host")).isEqualTo(ENDPOINT);
    }

    @Test
    void aFileThatIsGoneAtTheSecondAttemptIsDeleted() {
        AtomicInteger attempts = new AtomicInteger();
        server.behave(request -> request.response()
                .setStatusCode(attempts.incrementAndGet() == 1 ? 500 : 404)
                .end());
        assertThat(run("deleteRecording?deleteLocation=" + server.url()).getException())
                .isNull();
        assertThat(run("deleteRecording?deleteLocation=" + server.url())
                        .getException(CallAutomationRequestFailedException.class)
                        .getStatusCode())
                .isEqualTo(404);
    }

    @ParameterizedTest
    @ValueSource(strings = {"downloadRecording?contentLocation=", "deleteRecording?deleteLocation="})
    void noOtherHostIsAskedWithCredentials(String uri) {
        assertThat(run(uri + "https://storage.example.com/x?sig=s3cret").getException())
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("https://storage.example.com,")
                .hasMessageContaining(".asm.skype.com")
                .hasMessageNotContaining("s3cret");
    }
}
