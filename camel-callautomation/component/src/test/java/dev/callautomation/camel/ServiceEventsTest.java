package dev.callautomation.camel;

import java.util.List;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import org.apache.camel.RoutesBuilder;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.component.mock.MockEndpoint;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import static org.assertj.core.api.Assertions.assertThat;

/** No event of the REST API's callbacks is without a record, and no member of it without a reader. */
class ServiceEventsTest extends EventTestSupport {

    private static final ObjectMapper MAPPER = JsonMapper.builder()
            .addModule(new JavaTimeModule())
            .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
            .build();

    @Override
    protected RoutesBuilder createRouteBuilder() {
        return new RouteBuilder() {
            @Override
            public void configure() {
                from("callautomation:events").to("mock:all");
            }
        };
    }

    /** All models that say what call they are about are events, but for the answers and requests of operations. */
    static List<String> events() {
        return ServiceApi.models().stream()
                .filter(model -> ServiceApi.members(model).toList().contains("correlationId"))
                .filter(model -> !model.equals("CallConnectionProperties"))
                .toList();
    }

    @Test
    void thereAre38OfThem() {
        assertThat(events()).hasSize(38);
    }

    @ParameterizedTest
    @MethodSource("events")
    void everyMemberOfTheEventCanBeRead(String type) throws Exception {
        MockEndpoint all = getMockEndpoint("mock:all");
        for (int variant = 0; variant < ServiceApi.VARIANTS; variant++) {
            all.reset();
            all.expectedMessageCount(1);
            ObjectNode data = ServiceApi.sample(type, variant);
            assertThat(post(callback(type, type + variant, data.toString())).statusCode())
                    .isEqualTo(200);
            all.assertIsSatisfied();

            Object event = all.getExchanges().get(0).getMessage().getBody();
            assertThat(event.getClass().getSimpleName()).isEqualTo(type);
            for (String member : ServiceApi.members(type).toList()) {
                Object value = event.getClass().getMethod(member).invoke(event);
                assertThat(MAPPER.<JsonNode>valueToTree(value)).as(member).isEqualTo(data.get(member));
            }
        }
    }
}
