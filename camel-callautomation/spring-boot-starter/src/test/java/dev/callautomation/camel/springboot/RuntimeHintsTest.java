package dev.callautomation.camel.springboot;

import org.junit.jupiter.api.Test;
import org.springframework.aot.hint.RuntimeHints;
import org.springframework.aot.hint.predicate.RuntimeHintsPredicates;
import org.springframework.context.annotation.ImportRuntimeHints;

import dev.callautomation.camel.internal.support.OptionCatalog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** What a native image needs. */
class RuntimeHintsTest {

    @Test
    void theCatalogIsInANativeImage() {
        assertThat(CallAutomationComponentAutoConfiguration.class
                        .getAnnotation(ImportRuntimeHints.class)
                        .value())
                .containsExactly(CatalogHints.class);
        assertThat(CallAutomationSanitizerAutoConfiguration.class
                        .getAnnotation(ImportRuntimeHints.class)
                        .value())
                .containsExactly(CatalogHints.class);

        RuntimeHints hints = new RuntimeHints();
        new CatalogHints().registerHints(hints, getClass().getClassLoader());

        assertThat(RuntimeHintsPredicates.resource().forResource(OptionCatalog.RESOURCE))
                .accepts(hints);
    }

    @Test
    void aMissingCatalogIsNamed() {
        assertThatThrownBy(() -> OptionCatalog.read("/no/such/catalog.json"))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("/no/such/catalog.json");
    }
}
