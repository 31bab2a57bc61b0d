package dev.callautomation.camel.internal.exchange;

import java.nio.charset.StandardCharsets;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

class ErrorDocumentTest {

    private static ErrorDocument parse(String body) {
        return ErrorDocument.parse(body.getBytes(StandardCharsets.UTF_8));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{\"error\":{\"code\":\"8522\",\"message\":\"Call not found.\"}}|8522|Call not found.",
                "{\"Error\":{\"Code\":8522,\"Message\":\"Call not found.\"}}|8522|Call not found.",
                "{\"code\":\"Throttled\",\"message\":\"Slow down\"}|Throttled|Slow down",
                "{\"Message\":\"The API key is wrong\"}||The API key is wrong",
                "{\"statusCode\":401,\"message\":\"Access denied\"}||Access denied",
                "{\"error\":\"invalid_client\",\"error_description\":\"expired\"}||invalid_client; expired",
                "{\"type\":\"about:blank\",\"title\":\"Bad\",\"status\":400,\"detail\":\"why\"}||Bad; why",
                "{\"title\":\"Bad\",\"errors\":{\"$.target\":[\"is missing\",\"is null\"]}}||Bad; $.target: is missing is null",
                "{\"errors\":[{\"message\":\"one\"},\"two\"]}||one; two",
                "{\"error\":{\"code\":\"A\",\"message\":\"m\",\"details\":[{\"code\":\"B\",\"message\":\"n\"}]}}|A|m; B: n",
                "{\"error\":{\"code\":\"A\",\"message\":\"m\",\"innererror\":{\"code\":\"B\",\"innererror\":{\"code\":\"C\"}}}}|A|m; inner code C",
                "{\"error\":{\"code\":\"A\",\"innererror\":{\"message\":\"deep\"}}}|A|deep",
                "{\"unknown\":true}||{\"unknown\":true}",
                "[1,2]||[1,2]",
                "<html><head><title>502 Bad Gateway</title></head><body>x</body></html>||502 Bad Gateway",
                "<html><body><h1>Sign in</h1> to the network</body></html>||Sign in to the network",
                "upstream connect error||upstream connect error",
                "{\"error\":{\"code\":\"8522\",||{\"error\":{\"code\":\"8522\",",
                "\"text\"||\"text\""
            })
    void theReasonIsFoundInEveryForm(String body, String code, String message) {
        assertThat(parse(body)).isEqualTo(new ErrorDocument(code, message));
    }

    @Test
    void thereMayBeNoReason() {
        assertThat(parse("")).isEqualTo(new ErrorDocument(null, null));
        assertThat(parse(" \r\n ")).isEqualTo(new ErrorDocument(null, null));
    }

    @Test
    void theReasonIsOneBoundedLine() {
        assertThat(parse("a\r\nFORGED log line\u2028b").message()).isEqualTo("a FORGED log line b");
        assertThat(parse("{\"message\":\"a\\r\\nFORGED\"}").message()).isEqualTo("a FORGED");
        assertThat(parse("x".repeat(60_000)).message()).hasSizeLessThan(600);
        assertThat(parse("{\"message\":\"" + "x".repeat(60_000) + "\"}").message())
                .hasSizeLessThan(600);
        assertThat(parse("<".repeat(60_000)).message()).hasSizeLessThan(600);
    }

    @Test
    void nestingIsBounded() {
        String deep = "{\"innererror\":".repeat(900) + "{\"code\":\"X\"}" + "}".repeat(900);
        assertThat(parse("{\"error\":" + deep + "}").message()).hasSizeLessThan(600);
    }
}
