package dev.callautomation.camel.internal.exchange;

import java.time.Duration;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import dev.callautomation.camel.CapturedLog;
import dev.callautomation.camel.internal.support.OperationContextPrefix;
import dev.callautomation.camel.internal.support.OperationContextPrefix.Parsed;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** Context headers are those that the application has sent, or none. */
class ContextHeaderPolicyTest {

    private static final String KEY = "a-key-of-16-chars";
    private static final String OTHER = "another-key-of-16";
    private static final Map<String, String> HEADERS = Map.of("CustomerId", "42", "Name", "Zoë & = ~ % +");

    @RegisterExtension
    final CapturedLog log = new CapturedLog();

    private final AtomicLong clock = new AtomicLong();

    private ContextHeaderPolicy policy(String keys) {
        ContextHeaderPolicy policy = new ContextHeaderPolicy(clock::get);
        policy.configure(keys, "CustomerId,Name");
        return policy;
    }

    private static String send(ContextHeaderPolicy policy, String context) {
        return policy.sign(new OperationContextPrefix("node", "operation", HEADERS), context)
                .prependTo(context);
    }

    private static Map<String, String> receive(ContextHeaderPolicy policy, String operationContext) {
        Parsed parsed = OperationContextPrefix.parse(operationContext);
        return policy.accepted(parsed.prefix(), parsed.applicationContext()).headers();
    }

    @Test
    void signedHeadersAreAccepted() {
        ContextHeaderPolicy policy = policy(KEY);
        for (String context : new String[] {null, "", "greeting", "a~b~c", "~cca1~~~A=1~x"}) {
            String sent = send(policy, context);
            assertThat(receive(policy, sent)).isEqualTo(HEADERS);
            assertThat(OperationContextPrefix.parse(sent).applicationContext()).isEqualTo(context);
        }
    }

    @Test
    void anythingThatDiffersIsNot() {
        ContextHeaderPolicy policy = policy(KEY);
        String sent = send(policy, "greeting");
        for (String changed : new String[] {
            sent.replace("CustomerId=42", "CustomerId=43"),
            sent.replace("CustomerId=42&", ""),
            sent.replace("CustomerId", "customerId"),
            sent.replace("CustomerId=42", "CustomerId=42&More=1"),
            sent.replace("CustomerId=42", "CustomerId=1&CustomerId=42&CustomerId=43"),
            sent.replace("~node~", "~other~"),
            sent.replace("~operation~", "~other~"),
            sent.replace("~greeting", "~other"),
            sent.replace("~greeting", "~"),
            sent.replace("~greeting", ""),
            sent.replaceAll("&=[^~]*", ""),
            sent.replaceAll("&=[^~]*", "&="),
            sent.replaceAll("(&=[^~]*)[^~]~", "$1~"),
            sent.replaceAll("&=[^~]*", "&=AAAAAAAAAAAAAAAAAAAAAA"),
            "~cca1~~~CustomerId=42~greeting"
        }) {
            assertThat(changed).isNotEqualTo(sent);
            assertThat(receive(policy, changed)).as(changed).isEmpty();
        }
    }

    @Test
    void keysAreRandomUnlessTheyAreGiven() {
        String sent = send(policy(null), "greeting");
        assertThat(receive(policy(null), sent)).isEmpty();
        assertThat(receive(policy(KEY), send(policy(KEY), "greeting"))).isEqualTo(HEADERS);
        assertThat(receive(policy(OTHER), send(policy(KEY), "greeting"))).isEmpty();
    }

    @Test
    void twoKeysAreValidWhileOneIsBeingChanged() {
        ContextHeaderPolicy changing = policy(OTHER + "," + KEY);
        assertThat(receive(changing, send(policy(KEY), null))).isEqualTo(HEADERS);
        assertThat(receive(changing, send(policy(OTHER), null))).isEqualTo(HEADERS);
        assertThat(receive(policy(OTHER), send(changing, null))).isEqualTo(HEADERS);
        assertThat(receive(policy(KEY), send(changing, null))).isEmpty();
    }

    @Test
    void onlyDeclaredNamesAreAcceptedWhateverTheirCase() {
        ContextHeaderPolicy policy = new ContextHeaderPolicy(clock::get);
        policy.configure(KEY, null);
        String sent = send(policy(KEY), "greeting");
        assertThat(receive(policy, sent)).isEmpty();
        policy.declare(ContextHeaders.of("CUSTOMERID"));
        assertThat(receive(policy, sent)).containsExactly(Map.entry("CustomerId", "42"));
    }

    @Test
    void aWarningIsLoggedOnceAMinute() {
        ContextHeaderPolicy policy = policy(KEY);
        String sent = send(policy(OTHER), null);
        for (int i = 0; i < 100; i++) {
            receive(policy, sent);
        }
        assertThat(log.messages()).hasSize(1).allMatch(line -> line.contains("contextHeadersKey"));
        clock.addAndGet(Duration.ofMinutes(1).toNanos());
        receive(policy, sent);
        assertThat(log.messages()).hasSize(2);
    }

    @Test
    void aTraceContextAloneIsNoReasonForAWarning() {
        Map<String, String> trace = Map.of("traceparent", "00-1-2-01", "tracestate", "a=b");
        String sent = policy(OTHER)
                .sign(new OperationContextPrefix("", "", trace), null)
                .prependTo(null);
        Parsed parsed = OperationContextPrefix.parse(sent);
        assertThat(policy(KEY).accepted(parsed.prefix(), null).traceContext()).isEmpty();
        assertThat(policy(OTHER).accepted(parsed.prefix(), null).traceContext()).isEqualTo(trace);
        assertThat(log.messages()).isEmpty();
    }

    @Test
    void aSignatureIsShortAndOnlyThereWithHeaders() {
        ContextHeaderPolicy policy = policy(KEY);
        OperationContextPrefix signed = policy.sign(new OperationContextPrefix("n", "o", HEADERS), null);
        assertThat(signed.signature()).hasSize(22);
        OperationContextPrefix empty = policy.sign(new OperationContextPrefix("n", "o", Map.of()), null);
        assertThat(empty.prependTo("x")).isEqualTo("~cca1~n~o~~x");
        assertThat(policy.sign(null, "x")).isNull();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "short",
                "fifteen-letters",
                "a-key-of-16-chars,short",
                "a-key-of-16-chars,",
                "a key with blanks in it"
            })
    void aKeyThatCouldBeGuessedIsRejectedAndNotRepeated(String key) {
        assertThatThrownBy(() -> policy(key))
                .hasMessageContaining("contextHeadersKey must have 16")
                .hasMessageNotContaining(key);
    }
}
