package dev.callautomation.camel.docs;

import java.util.List;
import java.util.Locale;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

import dev.callautomation.camel.docs.Page.Snippet;

import static org.assertj.core.api.Assertions.assertThat;

/** A recipe is complete: routes, their properties, its failures, and a row in the overview. */
class RecipePagesTest {

    private static final Pattern HEADING = Pattern.compile("^== (.+)$", Pattern.MULTILINE);
    private static final Pattern PLACEHOLDER = Pattern.compile("\\{\\{([\\w.]+)}}");
    private static final Pattern DYNAMIC = Pattern.compile("\\$\\{properties:(\\w+\\.)");

    static Stream<Arguments> recipes() {
        return Page.RECIPE_PAGES.stream()
                .filter(page -> !page.equals(Page.RECIPES))
                .flatMap(page ->
                        HEADING.matcher(page.text()).results().map(heading -> Arguments.of(page, heading.group(1))));
    }

    @ParameterizedTest
    @MethodSource("recipes")
    void aRecipeHasRoutesAndSaysWhatHappens(Page page, String recipe) {
        assertThat(page.section(recipe)).contains("[source,yaml]", "[source,properties]", "| What happens | Result");
    }

    @ParameterizedTest
    @MethodSource("recipes")
    void aRecipeIsInTheOverview(Page page, String recipe) {
        String id = "_" + recipe.toLowerCase(Locale.ROOT).replaceAll("[ -]+", "_");
        assertThat(Page.RECIPES.text()).contains("xref:" + page + "#" + id + "[");
    }

    @ParameterizedTest
    @MethodSource("recipes")
    void aRecipeNamesItsProperties(Page page, String recipe) throws Exception {
        Snippet routes = page.snippets("yaml").stream()
                .filter(snippet -> page.section(recipe).contains(snippet.text()))
                .findFirst()
                .orElseThrow();
        Properties properties = page.properties(routes);
        Set<String> used = PLACEHOLDER
                .matcher(routes.text())
                .results()
                .map(result -> result.group(1))
                .collect(Collectors.toCollection(TreeSet::new));
        List<String> families = DYNAMIC.matcher(routes.text())
                .results()
                .map((MatchResult result) -> result.group(1))
                .toList();
        assertThat(properties.stringPropertyNames()).containsAll(used);
        assertThat(properties.stringPropertyNames())
                .filteredOn(name -> !name.startsWith("camel.component."))
                .allSatisfy(name -> assertThat(
                                used.contains(name) || families.stream().anyMatch(name::startsWith))
                        .as("%s is used", name)
                        .isTrue());
    }
}
