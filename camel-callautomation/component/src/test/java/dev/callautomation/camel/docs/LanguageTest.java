package dev.callautomation.camel.docs;

import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.FieldSource;

import static org.assertj.core.api.Assertions.assertThat;

/** Pages use standard terms, which readers can search for. */
class LanguageTest {

    private static final List<Page> PAGES = Page.ALL;

    private static final Pattern COLLOQUIAL = Pattern.compile(
            "\\b(nobody|somebody|anybody|everybody|whoever|strangers?|knocks?|patience|mend|lets? in|cancelled|dialled)\\b",
            Pattern.CASE_INSENSITIVE);
    /** Tables that are generated from the code, and printed output. */
    private static final Pattern GENERATED =
            Pattern.compile("^// ([\\w ]+): START$.*?^// \\1: END$|^```$.*?^```$", Pattern.DOTALL | Pattern.MULTILINE);

    @ParameterizedTest
    @FieldSource("PAGES")
    void aPageUsesStandardTerms(Page page) {
        assertThat(COLLOQUIAL
                        .matcher(GENERATED.matcher(page.text()).replaceAll(""))
                        .results()
                        .map(MatchResult::group))
                .isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "authentication, security.adoc, Authentication of deliveries",
        "deduplication, events.adoc, Deduplication",
        "retried, troubleshooting.adoc, Retries",
        "backoff, troubleshooting.adoc, Retries",
        "thread pool, events.adoc, Threads and order",
        "thread pool, callautomation-component.adoc, Connection to the service",
        "timeout, callautomation-component.adoc, Connection to the service",
        "timeout, waiting.adoc, Completion timeout",
        "proxy, callautomation-component.adoc, HTTP proxy",
        "context path, callautomation-component.adoc, Callback URI",
    })
    void aStandardTermIsInItsSection(String term, String page, String section) {
        Page found = PAGES.stream()
                .filter(candidate -> candidate.path().endsWith(page))
                .findFirst()
                .orElseThrow();
        assertThat(found.section(section)).containsIgnoringCase(term);
    }
}
