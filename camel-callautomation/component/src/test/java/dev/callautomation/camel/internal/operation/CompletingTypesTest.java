package dev.callautomation.camel.internal.operation;

import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;

import dev.callautomation.camel.CallAutomationOperation;

import static org.assertj.core.api.Assertions.assertThat;

class CompletingTypesTest {

    @Test
    void theTypesAreThoseThatTheOperationsDeclare() {
        Set<String> declared = Stream.of(CallAutomationOperation.values())
                .map(OperationCatalog::find)
                .map(CallOperation::completion)
                .filter(Objects::nonNull)
                .flatMap(completion -> completion.typesWithoutContext().stream())
                .collect(Collectors.toSet());
        assertThat(CompletingTypes.TYPES).isEqualTo(declared);
    }
}
