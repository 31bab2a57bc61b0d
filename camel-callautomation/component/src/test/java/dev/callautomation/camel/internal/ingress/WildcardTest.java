package dev.callautomation.camel.internal.ingress;

import java.util.concurrent.TimeUnit;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

class WildcardTest {

    private static final String LONG = "a".repeat(200_000);

    @ParameterizedTest
    @CsvSource({
        "CallConnected, CallConnected, true",
        "CallConnected, CallConnecte, false",
        "CallConnected, CallConnectedX, false",
        "*, '', true",
        "*, anything, true",
        "**, anything, true",
        "*Failed, PlayFailed, true",
        "*Failed, PlayFailedX, false",
        "Play*, PlayFailed, true",
        "Play*, XPlay, false",
        "a*a, a, false",
        "a*a, aa, true",
        "ab*ba, aba, false",
        "a*b*c, axbxc, true",
        "a*b*c, acb, false",
        "a*bc*bc, abcbc, true",
        "a*bc*bc, abc, false",
        "*ab*, aab, true",
        "*aab, aaab, true",
        "*aab*, aaab, true",
        "*a*, b, false",
        "'a.c', 'abc', false",
        "'[a]*', '[a]b', true",
        "'\\Ex*', '\\Exy', true",
    })
    void anAsteriskStandsForAnyCharacters(String pattern, String text, boolean matches) {
        assertThat(new Wildcard(pattern, false).matches(text)).isEqualTo(matches);
    }

    @Test
    void theCaseCountsUnlessItIsIgnored() {
        assertThat(new Wildcard("*failed", true).matches("PLAYFailed")).isTrue();
        assertThat(new Wildcard("*failed", false).matches("PLAYFailed")).isFalse();
    }

    @Test
    void anyCharactersIncludeTheEndsOfLines() {
        assertThat(new Wildcard("menu *", false).matches("menu 1\r\n2")).isTrue();
    }

    /** With a regular expression, the time is a power of the length, with the number of asterisks as the exponent. */
    @Test
    @Timeout(value = 60, unit = TimeUnit.SECONDS, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
    void severalAsterisksAreMatchedInLinearTime() {
        assertThat(new Wildcard("*a*a*a*a*a*a*a*b", false).matches(LONG)).isFalse();
        assertThat(new Wildcard("*a*a*a*a*b*a*a*a", false).matches(LONG)).isFalse();
        assertThat(new Wildcard("*a*a*a*a*a*a*a*b*", true).matches(LONG)).isFalse();
        assertThat(new Wildcard("*a*a*a*a*a*a*a*a", true).matches(LONG)).isTrue();
    }

    @Test
    @Timeout(value = 60, unit = TimeUnit.SECONDS, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
    void aFilterMatchesHostileTypesAndContextsInLinearTime() throws Exception {
        String json = "{\"id\":\"1\",\"type\":\"" + LONG + "\",\"data\":{\"operationContext\":\"" + LONG + "\"}}";
        ReceivedEvent event = EventParser.parse(json.getBytes(), true).get(0);
        assertThat(new EventFilter("*a*a*a*a*a*a*a*b", null, null, null, null).matches(event.envelope()))
                .isFalse();
        assertThat(new EventFilter(null, null, "*a*a*a*a*a*a*a*b", null, null).matches(event.envelope()))
                .isFalse();
        assertThat(new EventFilter("*a*a", null, "*a*a", null, null).matches(event.envelope()))
                .isTrue();
    }
}
