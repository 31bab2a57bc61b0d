package dev.callautomation.simulator.timeline;

import java.util.Collections;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import dev.callautomation.simulator.model.TimelineMessage;

import static org.assertj.core.api.Assertions.assertThat;

class SentMessageTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"incomingCallContext\":\"S3CRET\",\"kept\":1}",
                "{\"incomingCallContext\" : \"S3CRET.with\\u002Bplus\\\"quote S3CRET\",\"kept\":1}",
                "{\"incomingCallContext\":\"S3CRET and no end",
                "\"{\\\"accessToken\\\":\\\"S3CRET\\\",\\\"kept\\\":1}\"",
                "{\"data\":{\"AccessKey\":\"S3CRET\"}}",
                "{\"callbackUri\":\"https://user:S3CRET@app.example/cb?code=S3CRET\\u0026sig=S3CRET%2B\\u002B1\"}",
                "{\"uri\":\"wss://app.example/cb?api-version=kept&sv=S3CRET&x=S3CRET\",\"kept\":1}",
                "\"{\\\"uri\\\":\\\"https://app.example/a?sig=S3CRET\\\",\\\"kept\\\":1}\"",
                "endpoint=http://localhost:8088/;accesskey=S3CRET",
                "{\"uri\":\"https://a.example/cb?token\\u003dS3CRET\\u0026x\\u003dS3CRET\",\"kept\":1}",
                "{\"uri\":\"https:\\/\\/a.example\\/cb?token=S3CRET\",\"kept\":1}",
                "{\"uri\":\"https:\\/\\/u:S3CRET@a.example\\/cb\"}",
                "\"{\\\"uri\\\":\\\"https:\\\\/\\\\/a.example\\\\/cb?S3CRET\\\",\\\"kept\\\":1}\"",
                "{\"uri\":\"https\\u003A\\u002F\\u002Fa.example\\u003FS3CRET\",\"kept\":1}",
                "{\"uri\":\"https://u:S3%2FCRET@S3CRET@a.example/cb\"}",
                "{\"uri\":\"amqps://u:S3CRET@a.example/cb\"}",
                "{\"uri\":\"https://a.example/cb?S3CRET\",\"kept\":1}",
                "{\"uri\":\"https://a.example/cb?S3CRET==\",\"kept\":1}",
                "{\"uri\":\"https://a.example/cb?api-version=1%26S3CRET\",\"kept\":1}",
                "{\"uri\":\"https://a.example/cb#access_token=S3CRET\",\"kept\":1}",
                "{\"uri\":\"https://a.example/cb?api-version=1#S3CRET\",\"kept\":1}",
                "{\"uri\":\"HTTPS://a.example/cb?code=S3CRET\",\"kept\":1}",
                "{\"refresh_token\":\"S3CRET\",\"kept\":1}",
                "{\"apiKey\":\"S3CRET\",\"kept\":1}",
                "{\"sasToken\":\"S3CRET\",\"kept\":1}",
                "{\"API_KEY\":\"S3CRET\",\"kept\":1}",
                "{\"x-functions-key\":\"S3CRET\",\"kept\":1}",
                "{\"clientSecret\" :\"S3CRET\",\"kept\":1}",
                "{\"db.passwd\":\"S3CRET\",\"kept\":1}",
                "{\"Set-Cookie\":\"S3CRET\",\"kept\":1}",
                "{\"sharedAccessSignature\":\"S3CRET\",\"kept\":1}",
                "{\"client_assertion\":\"S3CRET\\u0022S3CRET\",\"kept\":1}",
                "{\"refresh\\u005Ftoken\":\"S3CRET\",\"kept\":1}",
                "\"{\\u0022accessToken\\u0022:\\u0022S3CRET\\u0022}\"",
                "{'token':'S3CRET \\' S3CRET'}",
                "{password: \"S3CRET\",\"kept\":1}",
                "grant_type=refresh_token&client_secret=S3CRET&refresh_token=S3CRET",
                "payload=%7B%22token%22%3A%22S3CRET%22%7D&uri=https%3A%2F%2Fa.example%2Fcb%3FS3CRET",
                "Cookie=S3CRET;SharedAccessKey=S3CRET==",
                "{\"keys\":[\"S3CRET\",\"S3CRET\"],\"kept\":1}",
                "{\"tokens\" : [ [\"S3CRET\"], {\"id\":\"S3CRET\"} ],\"a\":{}}",
                "{\"connectionStrings\":{\"db\":\"S3CRET\",\"queue\":\"S3CRET",
                "[{\"name\":\"token\",\"value\":\"S3CRET\"},{\"name\":\"x\",\"value\":\"shown\"}]",
                "[{\"value\":\"S3CRET } \\\"S3CRET\",\"type\":\"{\",\"Name\":\"access_key\"},{\"value\":\"shown\"}]",
                "{\"header\":\"Authorization\",\"values\":[\"S3CRET\",\"S3CRET\"],\"text\":\"***\"}",
                "{\"key\":\"password\",\"value\":5412,\"content\":\"S3CRET\"}",
                "{\"name\":\"apiKey\",\"value\":\"S3CRET and no end",
                "\"[{\\\"name\\\":\\\"token\\\",\\\"value\\\":\\\"S3CRET\\\"}]\"",
                "payload=%5B%7B%22name%22%3A%22token%22%2C%22value%22%3A%22S3CRET%22%7D%5D",
                "Bearer eyJhbGciOiJS3CRET.eyJpc3MiOiJS3CRET.S3CRET-_"
            })
    void secretsOfABodyAreMasked(String body) {
        String masked = Secrets.mask(body);

        assertThat(masked).contains("***").doesNotContain("S3CRET");
        assertThat(masked.contains("shown")).isEqualTo(body.contains("shown"));
        assertThat(masked).doesNotContain("5412");
        if (body.contains("keys")) {
            assertThat(masked).isEqualTo("{\"keys\":[\"***\",\"***\"],\"kept\":1}");
        } else if (body.contains("kept\\\":1")) {
            assertThat(masked).endsWith("***\\\",\\\"kept\\\":1}\"");
        } else if (body.contains("\"kept\"")) {
            assertThat(masked).endsWith("***\",\"kept\":1}");
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"resultInformation\":{\"code\":200,\"subCode\":5010},\"tokens\":3}",
                "{\"text\":\"Is 1=1? Press 5 & go\",\"uri\":\"https://files.example/a.wav\"}",
                "{\"operationContext\":\"token\",\"idempotencyKey\":\"one\",\"keyFrames\":\"two\",\"design\":\"three\"}",
                "{\"text\":\"Press a key: 5% off\",\"path\":\"C:\\\\a\\\\b\",\"tones\":[\"one\"],\"monitor\":\"1\"}",
                "[{\"name\":\"shift\",\"value\":\"night\"},{\"name\":\"lines\",\"value\":[1,2]}]",
                "{\"name\":\"token\",\"other\":{\"value\":\"shown\"},\"list\":[{\"value\":1}]}",
                "{\"serverCallId\":\"aHR0cHM6Ly9hcGkuZmxpZ2h0cHJveHkuc2t5cGUuY29tL2FwaS92Mi9jcA==\"}"
            })
    void otherTextIsShownAsItIs(String body) {
        assertThat(Secrets.mask(body)).isEqualTo(body);
    }

    @Test
    void aLongSecretIsMaskedToo() {
        String context = "abc\\u002B".repeat(200_000);

        assertThat(Secrets.mask("{\"incomingCallContext\":\"" + context + "\",\"uri\":\"https://a.example/?b=" + context
                        + "\\u0026c=1\"}"))
                .isEqualTo("{\"incomingCallContext\":\"***\",\"uri\":\"https://a.example/?b=***\\u0026c=***\"}");
    }

    @Test
    void secretsOfHeadersAndOfTheAddressAreMasked() {
        TimelineMessage shown = SentMessage.request(
                        "POST",
                        "/calling/callConnections?api-version=2026-03-12&token=S3CRET",
                        List.of(
                                Map.entry("Authorization", "HMAC-SHA256 SignedHeaders=date&Signature=S3CRET"),
                                Map.entry("authorization", "S3CRET"),
                                Map.entry("Cookie", "session=S3CRET"),
                                Map.entry("aeg-sas-key", "S3CRET"),
                                Map.entry("Ocp-Apim-Subscription-Key", "S3CRET"),
                                Map.entry("api-key", "S3CRET"),
                                Map.entry("x-functions-key", "S3CRET"),
                                Map.entry("Proxy-Authorization", "Basic S3CRET"),
                                Map.entry("X-Credentials", "S3CRET"),
                                Map.entry("Location", "/cb?S3CRET"),
                                Map.entry("Repeatability-Request-ID", "an id"),
                                Map.entry("Accept", "one"),
                                Map.entry("Accept", "two"),
                                Map.entry("Referer", "http://localhost/a?code=S3CRET")),
                        "",
                        0)
                .masked();

        assertThat(shown.toString()).doesNotContain("S3CRET");
        assertThat(shown.url()).isEqualTo("/calling/callConnections?api-version=2026-03-12&token=***");
        assertThat(shown.headers())
                .containsEntry("Authorization", "HMAC-SHA256 ***")
                .containsEntry("authorization", "***")
                .containsEntry("Repeatability-Request-ID", "an id")
                .containsEntry("Accept", "one, two");
    }

    @ParameterizedTest
    @CsvSource({
        "/cb?S3CRET, /cb?***",
        "/cb?a=S3CRET&api-version=1&b, /cb?a=***&api-version=1&***",
        "/cb#S3CRET, /cb#***",
        "https://u:S3CRET@a.example/cb, https://***@a.example/cb"
    })
    void addressesKeepOnlyTheirPathAndTheVersion(String url, String masked) {
        assertThat(Secrets.maskUrl(url)).isEqualTo(masked);
    }

    @Test
    void aLongBodyIsCutAndSaysSo() {
        TimelineMessage shown =
                SentMessage.response(200, List.of(), "x".repeat(20_000), 20_000).masked();

        assertThat(shown.body()).hasSize(SentMessage.BODY_KEPT);
        assertThat(shown.bodyCut()).isTrue();
        assertThat(shown.bodyBytes()).isEqualTo(20_000);
    }

    @Test
    void manyHeadersAreCut() {
        List<Map.Entry<String, String>> many =
                Collections.nCopies(10_000, Map.entry("x-header", "a value that takes room"));

        assertThat(SentMessage.response(200, many, "", 0).size()).isLessThan(20_000);
    }
}
