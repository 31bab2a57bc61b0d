package dev.callautomation.camel.internal.ingress;

import org.apache.camel.FailedToStartRouteException;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.impl.DefaultCamelContext;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** What the filter of a consumer selects. */
class EventFilterTest {

    private static final String CALL = """
            {"id":"1","type":"Microsoft.Communication.IncomingCall","data":{
              "from":{"rawId":"4:+14255550123"},"to":{"rawId":"4:+18005550100"}}}
            """;

    @ParameterizedTest
    @CsvSource({
        "+14255550123, +18005550100, true",
        "*, +18005550100, true",
        "*, +18005550111, false",
        "+14255550123, *, true",
        "+14255550199, *, false",
        "*, *, true",
    })
    void anAsteriskIsAnyParty(String from, String to, boolean matches) throws Exception {
        assertThat(matches(new EventFilter("IncomingCall", null, null, from, to), CALL))
                .isEqualTo(matches);
    }

    @Test
    void anAsteriskIsAnyOperationContextOrNone() throws Exception {
        assertThat(matches(new EventFilter(null, null, "*", null, null), CALL)).isTrue();
        assertThat(matches(new EventFilter(null, null, "menu*", null, null), CALL))
                .isFalse();
    }

    @Test
    void anAsteriskMatchesEventsWithoutParties() throws Exception {
        String connected = "{\"id\":\"1\",\"type\":\"Microsoft.Communication.CallConnected\",\"data\":{}}";

        assertThat(matches(new EventFilter(null, null, null, "*", "*"), connected))
                .isTrue();
    }

    /** A property without a value must not make a route receive the calls of all numbers. */
    @ParameterizedTest
    @ValueSource(strings = {"from", "to"})
    void aBlankPartyIsAnErrorAtStart(String option) throws Exception {
        try (DefaultCamelContext context = new DefaultCamelContext()) {
            context.getPropertiesComponent().addInitialProperty("empty", "");
            context.addRoutes(new RouteBuilder() {
                @Override
                public void configure() {
                    from("callautomation:events?type=IncomingCall&" + option + "={{empty}}")
                            .to("mock:end");
                }
            });

            assertThatThrownBy(context::start)
                    .isInstanceOf(FailedToStartRouteException.class)
                    .rootCause()
                    .isInstanceOf(IllegalArgumentException.class);
        }
    }

    @Test
    void aBlankOperationContextMatchesOnlyAnEmptyOne() throws Exception {
        EventFilter filter = new EventFilter(null, null, "", null, null);

        assertThat(matches(filter, CALL)).isFalse();
        assertThat(matches(filter, CALL.replace("\"from\"", "\"operationContext\":\"menu\",\"from\"")))
                .isFalse();
    }

    private static boolean matches(EventFilter filter, String json) throws Exception {
        return filter.matches(EventParser.parse(json.getBytes(), true).get(0).envelope());
    }
}
