package dev.callautomation.camel.docs;

import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** The Grafana dashboard shows the metrics that Prometheus gets from the component, all of them, by labels that they have. */
class DashboardTest {

    private static final Path DASHBOARD = Page.ROOT.resolve("docs/grafana-dashboard.json");
    private static final Pattern METRIC = Pattern.compile("camel_callautomation_\\w+");
    private static final Pattern GROUPING = Pattern.compile("by \\(([^)]*)\\)");
    private static final Pattern LEGEND = Pattern.compile("\\{\\{(\\w+)}}");
    private static final Pattern SAMPLE = Pattern.compile("(?m)^(camel_callautomation_\\w+)\\{([^}]*)}");
    private static final Pattern LABEL = Pattern.compile("(\\w+)=\"");

    private static String scrape() throws Exception {
        PrometheusMeterRegistry registry = new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);
        MeterTable.fill(registry);
        return registry.scrape();
    }

    private static List<JsonNode> targets() throws Exception {
        JsonNode dashboard = new ObjectMapper().readTree(DASHBOARD.toFile());
        return StreamSupport.stream(dashboard.get("panels").spliterator(), false)
                .flatMap(panel -> StreamSupport.stream(panel.path("targets").spliterator(), false))
                .toList();
    }

    private static Set<String> labels(String scrape, String metric) {
        return SAMPLE.matcher(scrape)
                .results()
                .filter(sample -> sample.group(1).equals(metric))
                .flatMap(sample -> LABEL.matcher(sample.group(2)).results())
                .map(label -> label.group(1))
                .collect(Collectors.toSet());
    }

    @Test
    void itsMetricsAndLabelsExist() throws Exception {
        String scrape = scrape();
        assertThat(targets()).isNotEmpty().allSatisfy(target -> {
            String expression = target.get("expr").asText();
            Set<String> used = new TreeSet<>(Set.of("component"));
            GROUPING.matcher(expression)
                    .results()
                    .forEach(by -> used.addAll(List.of(by.group(1).split(", "))));
            LEGEND.matcher(target.get("legendFormat").asText()).results().forEach(label -> used.add(label.group(1)));
            List<String> metrics =
                    METRIC.matcher(expression).results().map(MatchResult::group).toList();
            assertThat(metrics).isNotEmpty().allSatisfy(metric -> assertThat(labels(scrape, metric))
                    .as("labels of %s", metric)
                    .containsAll(used));
        });
    }

    @Test
    void itShowsAllMetrics() throws Exception {
        Set<String> shown = targets().stream()
                .flatMap(target -> METRIC.matcher(target.get("expr").asText()).results())
                .map(MatchResult::group)
                .collect(Collectors.toSet());
        assertThat(SAMPLE.matcher(scrape()).results().map(sample -> sample.group(1)))
                .isNotEmpty()
                .isSubsetOf(shown);
    }
}
