package dev.callautomation.camel.docs;

import java.nio.file.Path;
import java.util.stream.Stream;

import org.apache.camel.Route;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import dev.callautomation.camel.docs.Page.Snippet;

import static org.assertj.core.api.Assertions.assertThat;

/** Every route on a page runs. */
class RoutesTest {

    static Stream<Snippet> routes() {
        return Stream.concat(
                Page.allSnippets("java").filter(snippet -> JavaSnippets.isRoutes(snippet) && snippet.title() == null),
                Page.allSnippets("yaml"));
    }

    @ParameterizedTest
    @MethodSource("routes")
    void theRoutesOfAPageStart(Snippet snippet, @TempDir Path classes) throws Exception {
        try (Telephony telephony =
                new Telephony().load(placeholders(snippet), classes).start()) {
            assertThat(telephony.context().getRoutes())
                    .isNotEmpty()
                    .extracting(Route::getRouteId)
                    .allSatisfy(id -> assertThat(telephony
                                    .context()
                                    .getRouteController()
                                    .getRouteStatus(id)
                                    .isStarted())
                            .isTrue());
        }
    }

    /** An application's own properties stand in its own file. */
    private static Snippet placeholders(Snippet snippet) {
        return new Snippet(
                snippet.page(),
                snippet.language(),
                snippet.title(),
                snippet.line(),
                snippet.text().replace("{{reception.number}}", Telephony.NUMBER));
    }

    @Test
    void noJavaCodeIsLeftOut() {
        assertThat(Page.allSnippets("java")).allSatisfy(snippet -> assertThat(JavaSnippets.isRoutes(snippet)
                        || JavaSnippets.isOperation(snippet)
                        || snippet.text().startsWith("@Bean")
                        || snippet.text().startsWith("@BindToRegistry")
                        || snippet.title() != null)
                .as("%s is a route, an operation, a bean or a file", snippet)
                .isTrue());
    }
}
