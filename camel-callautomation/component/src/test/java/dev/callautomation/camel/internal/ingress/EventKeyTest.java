package dev.callautomation.camel.internal.ingress;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import com.fasterxml.jackson.databind.ObjectMapper;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class EventKeyTest {

    private static final String EVENT =
            "{'id':'1','type':'A','source':'calls/c','time':'2026-01-01T00:00:00.1234567+00:00','data':{'n':1}}";

    private static ReceivedEvent event(String event) {
        try {
            return EventParser.parse(event.replace('\'', '"').getBytes(), true).get(0);
        } catch (MalformedDeliveryException e) {
            throw new IllegalArgumentException(e);
        }
    }

    private static EventIdentity key(String receiver, String event) {
        return EventKey.of(receiver, event(event));
    }

    private static String digest(String receiver, String event) {
        return EventKey.digest(receiver, event(event).envelope());
    }

    @Test
    void repetitionsAreEqualForAReceiver() {
        String repeated = EVENT.replace("'n':1", "'n':2");
        assertThat(key("route", repeated)).isEqualTo(key("route", EVENT)).hasSameHashCodeAs(key("route", EVENT));
        assertThat(digest("route", repeated)).isEqualTo(digest("route", EVENT));
        assertThat(key("route", EVENT.replace("'id':'1',", ""))).isNull();
    }

    @Test
    void anotherReceiverSourceIdTypeOrTimeMakesAnotherKey() {
        List<String> others = Stream.of(
                        "calls/c", "'1'", "'A'", "00.1234567", "'source':'calls/c',", "+00:00", "2026-01-01")
                .map(part -> EVENT.replace(part, part.startsWith("'s") ? "" : changed(part)))
                .toList();
        assertThat(Stream.concat(
                        Stream.of(key("route", EVENT), key("other", EVENT)),
                        others.stream().map(other -> key("route", other))))
                .doesNotHaveDuplicates();
        assertThat(Stream.concat(
                        Stream.of(digest("route", EVENT), digest("other", EVENT)),
                        others.stream().map(other -> digest("route", other))))
                .doesNotHaveDuplicates();
    }

    /** Each text ends somewhere, and each character counts wherever it is. */
    @Test
    void textsThatAreAlikeMakeOtherKeys() {
        Stream<String> ids =
                Stream.of("", "a", "b", "ab", "ba", "aab", "aba", "a\u0100", "\u0100a", "\u0000", "\u0000\u0000");
        List<String> texts = ids.toList();
        List<EventIdentity> identities = texts.stream()
                .flatMap(id -> texts.stream().map(source -> Map.of("id", id, "source", source, "type", "A")))
                .map(members -> event(new ObjectMapper().valueToTree(members).toString())
                        .identity())
                .toList();
        assertThat(identities).doesNotHaveDuplicates();
        assertThat(identities.stream().map(EventIdentity::hashCode)).doesNotHaveDuplicates();
    }

    private static String changed(String part) {
        return part.replace('c', 'd').replace('1', '2').replace('A', 'B').replace("+00:00", "+01:00");
    }

    /** Nodes of different versions share a repository. */
    @Test
    void theKeyOfARepositoryIsThatOfEarlierVersions() {
        assertThat(digest("route", EVENT)).isEqualTo("e5jIBhXtIJbYH3kRsCheb0iimiaYkMiLOyEC2-rH6Tc");
    }
}
