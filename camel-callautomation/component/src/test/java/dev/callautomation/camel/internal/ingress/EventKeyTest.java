package dev.callautomation.camel.internal.ingress;

import java.util.List;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class EventKeyTest {

    private static final String EVENT =
            "{'id':'1','type':'A','source':'calls/c','time':'2026-01-01T00:00:00.1234567+00:00','data':{'n':1}}";

    private static EventKey key(String receiver, String event) {
        try {
            byte[] json = event.replace('\'', '"').getBytes();
            return EventKey.of(receiver, EventParser.parse(json, true).get(0).envelope());
        } catch (MalformedDeliveryException e) {
            throw new IllegalArgumentException(e);
        }
    }

    @Test
    void repetitionsAreEqualForAReceiver() {
        EventKey repeated = key("route", EVENT.replace("'n':1", "'n':2"));
        assertThat(repeated).isEqualTo(key("route", EVENT)).hasSameHashCodeAs(key("route", EVENT));
        assertThat(repeated.digest()).isEqualTo(key("route", EVENT).digest());
        assertThat(key("route", EVENT.replace("'id':'1',", ""))).isNull();
    }

    @Test
    void anotherReceiverSourceIdTypeOrTimeMakesAnotherKey() {
        List<EventKey> keys = Stream.concat(
                        Stream.of(key("route", EVENT), key("other", EVENT)),
                        Stream.of("calls/c", "'1'", "'A'", "00.1234567", "'source':'calls/c',", "+00:00")
                                .map(part -> EVENT.replace(part, part.startsWith("'s") ? "" : changed(part)))
                                .map(event -> key("route", event)))
                .toList();
        assertThat(keys).doesNotHaveDuplicates();
        assertThat(keys.stream().map(EventKey::digest)).doesNotHaveDuplicates();
    }

    private static String changed(String part) {
        return part.replace('c', 'd').replace('1', '2').replace('A', 'B').replace("+00:00", "+01:00");
    }

    /** Nodes of different versions share a repository. */
    @Test
    void theKeyOfARepositoryIsThatOfEarlierVersions() {
        assertThat(key("route", EVENT).digest()).isEqualTo("e5jIBhXtIJbYH3kRsCheb0iimiaYkMiLOyEC2-rH6Tc");
    }
}
