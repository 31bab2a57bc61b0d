package dev.callautomation.camel.springboot;

import java.util.stream.Collectors;

import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

import dev.callautomation.camel.springboot.InvalidComponentPropertiesException.Problem;

/** Describes properties that cannot configure the component, as Spring Boot describes others. */
final class InvalidComponentPropertiesFailureAnalyzer
        extends AbstractFailureAnalyzer<InvalidComponentPropertiesException> {

    @Override
    protected FailureAnalysis analyze(Throwable root, InvalidComponentPropertiesException cause) {
        return new FailureAnalysis(
                cause.problems().stream()
                        .map(InvalidComponentPropertiesFailureAnalyzer::description)
                        .collect(Collectors.joining(
                                "%n".formatted(),
                                "Properties of the Camel component callautomation are not valid:%n".formatted(),
                                "")),
                "Correct or remove the properties. The options of the component have the same names.",
                cause);
    }

    private static String description(Problem problem) {
        return "%n    Property: %s%n".formatted(problem.property())
                + (problem.origin() == null ? "" : "    Origin: %s%n".formatted(problem.origin()))
                + "    Reason: %s".formatted(problem.reason());
    }
}
