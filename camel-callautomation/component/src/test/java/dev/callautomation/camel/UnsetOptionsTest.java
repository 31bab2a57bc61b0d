package dev.callautomation.camel;

import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.apache.camel.CamelContext;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.impl.DefaultCamelContext;
import org.apache.camel.main.Main;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

/** What is said about an option that is not set: its name as the runtime of the application has it. */
class UnsetOptionsTest {

    private static final String CONNECTION = "endpoint=http://localhost:1/;accesskey=c2VjcmV0";

    private static final class Routes extends RouteBuilder {

        private final String missing;

        Routes(String missing) {
            this.missing = missing;
        }

        @Override
        public void configure() {
            if (missing.equals("resourceId")) {
                from("callautomation:events").to("log:event");
            } else if (missing.equals("callbackUri")) {
                from("direct:start")
                        .to("callautomation:createCall?target=8:acs:agent&connectionString=RAW(" + CONNECTION + ")");
            } else {
                from("direct:start").to("callautomation:hangUp?callConnectionId=c");
            }
        }
    }

    /** Of the failure and all its causes. */
    private static String message(Throwable failure) {
        return Stream.iterate(failure, Objects::nonNull, Throwable::getCause)
                .map(Throwable::getMessage)
                .collect(Collectors.joining("\n"));
    }

    @ParameterizedTest
    @CsvSource({"connectionString", "resourceId", "callbackUri"})
    void inPlainJavaAMessageNamesTheOption(String missing) throws Exception {
        try (DefaultCamelContext context = new DefaultCamelContext()) {
            context.addRoutes(new Routes(missing));
            Throwable failure = catchThrowable(() -> {
                context.start();
                context.createProducerTemplate().requestBody("direct:start", "");
            });

            assertThat(message(failure))
                    .containsIgnoringCase("set the option " + missing)
                    .doesNotContain("camel.component");
        }
    }

    @ParameterizedTest
    @CsvSource({"connectionString", "resourceId", "callbackUri"})
    void onCamelMainAMessageNamesTheProperty(String missing) throws Exception {
        Main main = new Main();
        // not those of the example that other tests run
        main.setPropertyPlaceholderLocations("false");
        main.configure().addRoutesBuilder(new Routes(missing));
        try {
            Throwable failure = catchThrowable(() -> {
                main.start();
                CamelContext context = main.getCamelContext();
                context.createProducerTemplate().requestBody("direct:start", "");
            });

            assertThat(message(failure)).containsIgnoringCase("set camel.component.callautomation." + missing);
        } finally {
            main.stop();
        }
    }
}
