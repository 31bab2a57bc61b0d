package dev.callautomation.camel.internal.client;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.Base64;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

/** The official JavaScript SDK signs requests for recordings for the endpoint's host and the path without its query. */
class RecordingSignatureTest {

    private static final String KEY =
            Base64.getEncoder().encodeToString("golden requests need no secret".getBytes(StandardCharsets.UTF_8));

    @ParameterizedTest
    @ValueSource(
            strings = {
                "download-recording",
                "download-recording-with-query",
                "download-recording-range",
                "delete-recording"
            })
    void ourSignatureIsThatOfTheOfficialSdk(String name) throws IOException {
        JsonNode golden = new ObjectMapper()
                .readTree(Path.of("src/test/resources/js-sdk-1.6.0", name + ".json")
                        .toFile());
        JsonNode headers = golden.get("headers");
        Clock then = Clock.fixed(HttpDates.parse(headers.get("x-ms-date").textValue()), ZoneOffset.UTC);
        assertThat(new AccessKeyCredential(KEY, then)
                        .authorize(
                                golden.get("method").textValue(),
                                golden.get("path").textValue(),
                                headers.get("x-ms-host").textValue(),
                                Payload.NONE)
                        .result())
                .containsEntry("Authorization", headers.get("authorization").textValue())
                .containsEntry(
                        "x-ms-content-sha256",
                        headers.get("x-ms-content-sha256").textValue());
    }
}
