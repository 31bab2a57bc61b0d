package dev.callautomation.camel.internal.security;

import java.lang.management.ManagementFactory;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.stream.Stream;

import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.util.Base64URL;
import com.sun.management.ThreadMXBean;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.fail;

/** Which texts are tokens; all of them are signed with the right key. */
class SignedTokenTest {

    private static final RSAKey KEY = TokenServer.newKey("key-1");
    private static final String HEADER = "{\"alg\":\"RS256\",\"kid\":\"key-1\",\"typ\":\"JWT\"}";
    private static final String CLAIMS = "{\"iss\":\"https://acs.example.com\",\"aud\":\"me\",\"exp\":1893456000}";

    private static String token(String header, String claims) throws Exception {
        return token(header, claims, StandardCharsets.UTF_8);
    }

    private static String token(String header, String claims, Charset charset) throws Exception {
        String signed = base64(header, StandardCharsets.UTF_8) + "." + base64(claims, charset);
        Base64URL signature =
                new RSASSASigner(KEY).sign(new JWSHeader(JWSAlgorithm.RS256), signed.getBytes(StandardCharsets.UTF_8));
        return signed + "." + signature;
    }

    private static String base64(String text, Charset charset) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(text.getBytes(charset));
    }

    private static void assertMalformed(String text) {
        assertThatThrownBy(() -> SignedToken.parse(text)).isInstanceOf(MalformedTokenException.class);
    }

    @Test
    void aTokenIsReadWithItsSignature() throws Exception {
        SignedToken token = SignedToken.parse(token(HEADER, CLAIMS));
        assertThat(token.keyId()).isEqualTo("key-1");
        assertThat(token.claims().getIssuer()).isEqualTo("https://acs.example.com");
        assertThat(token.claims().getAudience()).containsExactly("me");
        assertThat(token.isSignedWith(KEY.toRSAPublicKey())).isTrue();
        assertThat(token.isSignedWith(TokenServer.newKey("key-1").toRSAPublicKey()))
                .isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"kid\":\"key-1\"}",
                "{\"alg\":\"RS256\"}",
                "{\"alg\":\"RS256\",\"kid\":7}",
                "{\"alg\":\"RS256\",\"kid\":\"key-1\",\"typ\":7}",
                "{\"alg\":\"RS256\",\"kid\":\"key-2\",\"kid\":\"key-1\"}",
                "{\"alg\":\"RS256\",\"alg\":\"RS256\",\"kid\":\"key-1\"}",
                "{\"alg\":\"RS256\",\"kid\":\"key-1\",\"crit\":[\"exp\"],\"exp\":1}",
                "{\"alg\":\"RS256\",\"kid\":\"key-1\",\"crit\":[\"b64\"],\"b64\":true}",
                "{\"alg\":\"RS256\",\"kid\":\"key-1\",\"b64\":false}",
                "{\"alg\":\"RS256\",\"kid\":\"key-1\",\"crit\":[]}",
                "{\"alg\":\"RS512\",\"kid\":\"key-1\"}",
                "{\"alg\":\"PS256\",\"kid\":\"key-1\"}",
                "{\"alg\":\"HS256\",\"kid\":\"key-1\"}",
                "{\"alg\":\"none\",\"kid\":\"key-1\"}",
                "{\"alg\":\"RS256\",\"kid\":\"key-1\"}{}",
                "{\"alg\":\"RS256\",\"kid\":\"key-1\"",
                "{alg:\"RS256\",kid:\"key-1\"}",
                "{'alg':'RS256','kid':'key-1'}",
                "null"
            })
    void anotherHeaderIsRefused(String header) throws Exception {
        assertMalformed(token(header, CLAIMS));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"iss\":7}",
                "{\"aud\":7}",
                "{\"aud\":[\"me\",7]}",
                "{\"exp\":\"1893456000\"}",
                "{\"exp\":18446744075603007616}",
                "{\"nbf\":9223372036854775807}",
                "{\"iat\":-1e30}",
                "{\"iat\":1e400}",
                "{\"aud\":\"you\",\"aud\":\"me\"}",
                "{\"aud\":\"me\",\"x\":{\"a\":1,\"a\":2}}",
                "{\"aud\":\"me\"} {\"aud\":\"me\"}",
                "{\"aud\":\"me\"",
                "[]",
                "null",
                "\"x\"",
                ""
            })
    void otherClaimsAreRefused(String claims) throws Exception {
        assertMalformed(token(HEADER, claims));
    }

    @Test
    void claimsInAnotherCharsetAreRefused() throws Exception {
        assertMalformed(token(HEADER, CLAIMS, StandardCharsets.UTF_16LE));
        assertMalformed(token(HEADER, CLAIMS, Charset.forName("UTF-32BE")));
    }

    @Test
    void claimsThatAreNestedTooDeeplyAreRefused() throws Exception {
        assertMalformed(token(HEADER, "{\"x\":" + "[".repeat(500) + "]".repeat(500) + "}"));
    }

    static Stream<String> damaged() throws Exception {
        String token = token(HEADER, CLAIMS);
        String[] parts = token.split("\\.");
        return Stream.of(
                "",
                ".",
                "..",
                "...",
                parts[0],
                parts[0] + "." + parts[1],
                token + ".",
                token + "." + parts[2],
                token + "." + parts[2] + "." + parts[2],
                token + " ",
                token + "\n",
                token + "\u00e9",
                token.replace('.', ':'),
                "." + token,
                parts[0] + "+." + parts[1] + "." + parts[2],
                parts[0] + "." + parts[1] + ".*" + parts[2]);
    }

    @ParameterizedTest
    @MethodSource("damaged")
    void aTextOfAnotherFormIsRefused(String text) {
        assertMalformed(text);
    }

    /** A stack trace has more than 2,000 bytes, and unauthenticated senders would cause one by each request. */
    @ParameterizedTest
    @ValueSource(strings = {"garbage", "a.b.c", "????.????.????", "AAAA.AAAA.AAAA", "e30.e30.AAAA"})
    void aTextOfAnotherFormIsRefusedWithoutAStackTrace(String text) {
        for (int i = 0; i < 100; i++) {
            assertMalformed(text);
        }
        ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
        long before = threads.getCurrentThreadAllocatedBytes();
        for (int i = 0; i < 1_000; i++) {
            try {
                SignedToken.parse(text);
            } catch (MalformedTokenException e) {
                continue;
            }
            fail("%s is a token", text);
        }
        assertThat((threads.getCurrentThreadAllocatedBytes() - before) / 1_000).isLessThan(1_500);
    }

    @Test
    void aSignatureOfAnotherLengthIsWrong() throws Exception {
        String token = token(HEADER, CLAIMS);
        String signed = token.substring(0, token.lastIndexOf('.'));
        for (String signature : new String[] {".", ".AAAA", token.substring(token.lastIndexOf('.')) + "AAAA"}) {
            assertThat(SignedToken.parse(signed + signature).isSignedWith(KEY.toRSAPublicKey()))
                    .isFalse();
        }
    }
}
