package dev.callautomation.camel;

import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Guards the public packages: what applications compile against must not change by accident. The baseline is a text, so
 * that a review shows each change. {@code -Dapi.update=true} writes it anew.
 */
public class PublicApiTest {

    private static final Path BASELINE = Path.of("src/test/resources/api-baseline.txt");
    private static final Path GENERATED = Path.of("src/generated/java");
    private static final List<String> PACKAGES = List.of(
            "dev.callautomation.camel",
            "dev.callautomation.camel.event",
            "dev.callautomation.camel.model",
            "dev.callautomation.camel.streaming");
    private static final String HOW_TO_ACCEPT = """

            To accept this on purpose: mvn -B -ntp test -pl camel-callautomation/component -am -Dtest=PublicApiTest \
            -Dsurefire.failIfNoSpecifiedTests=false -Dapi.update=true
            and commit src/test/resources/api-baseline.txt; name incompatible changes in docs/changelog.adoc.""";

    @Test
    void publicApiIsThatOfTheBaseline() throws Exception {
        SortedSet<String> now = PublicApi.of(classes(), GENERATED, PACKAGES);
        if (Boolean.getBoolean("api.update")) {
            Files.writeString(BASELINE, String.join("\n", now) + "\n");
        }
        assertThat(BASELINE).exists();
        assertThat(difference(Set.copyOf(Files.readAllLines(BASELINE)), now)).isEmpty();
    }

    @Test
    void removedMemberIsIncompatible() {
        assertThat(difference(api(Before.class), api(After.class)))
                .containsSubsequence(
                        "INCOMPATIBLE, removed or changed:\n",
                        "  - T: public void removed()\n",
                        "Compatible, added:\n",
                        "  + T: public int added()\n")
                .doesNotContain("kept");
    }

    @Test
    void changedTypeOrConstantIsIncompatible() {
        assertThat(difference(api(Before.class), api(After.class)))
                .contains("  - T: public long changed(java.lang.String)\n")
                .contains("  + T: public int changed(java.lang.String)\n")
                .contains("  - T: public static final java.lang.String NAME = before\n");
    }

    @Test
    void abstractMethodThatIsAddedBreaksSubclasses() {
        assertThat(difference(api(Before.class), api(After.class)))
                .contains(
                        "INCOMPATIBLE for those who implement the type, added:\n  + T: public abstract void required()\n");
    }

    @Test
    void membersOfAParentThatIsNotPublicCount() {
        assertThat(api(Before.class)).contains("T: public void inherited()");
    }

    private static String difference(Set<String> baseline, Set<String> now) {
        List<String> removed = new ArrayList<>();
        List<String> required = new ArrayList<>();
        List<String> added = new ArrayList<>();
        new TreeSet<>(baseline).stream().filter(line -> !now.contains(line)).forEach(removed::add);
        for (String line : new TreeSet<>(now)) {
            if (!baseline.contains(line)) {
                // a class is abstract without breaking anything; a method is not, unless its type is new, too
                boolean isMethod = line.endsWith(")") || line.contains(") throws ");
                String type = line.substring(0, line.indexOf(": ") + 2);
                boolean known = baseline.stream().anyMatch(other -> other.startsWith(type));
                (isMethod && known && line.contains(" abstract ") ? required : added).add(line);
            }
        }
        String text = section("INCOMPATIBLE, removed or changed:", " - ", removed)
                + section("INCOMPATIBLE for those who implement the type, added:", " + ", required)
                + section("Compatible, added:", " + ", added);
        return text.isEmpty() ? text : "The public API changed.\n" + text + HOW_TO_ACCEPT;
    }

    private static String section(String title, String sign, List<String> lines) {
        StringBuilder text = new StringBuilder();
        lines.forEach(line -> text.append(' ').append(sign).append(line).append('\n'));
        return lines.isEmpty() ? "" : title + '\n' + text;
    }

    private static Path classes() throws URISyntaxException {
        return Path.of(CallAutomationComponent.class
                .getProtectionDomain()
                .getCodeSource()
                .getLocation()
                .toURI());
    }

    private static Set<String> api(Class<?> type) {
        SortedSet<String> lines = new TreeSet<>();
        PublicApi.list(type, lines);
        Set<String> renamed = new TreeSet<>();
        lines.forEach(line -> renamed.add(line.replace(type.getName(), "T")));
        return renamed;
    }

    static class HiddenParent {
        public void inherited() {}
    }

    public abstract static class Before extends HiddenParent {
        public static final String NAME = "before";

        public void kept() {}

        public void removed() {}

        public long changed(String text) {
            return text.length();
        }
    }

    public abstract static class After extends HiddenParent {
        public static final String NAME = "after";

        public void kept() {}

        public int added() {
            return 1;
        }

        public abstract void required();

        public int changed(String text) {
            return text.length();
        }
    }
}
