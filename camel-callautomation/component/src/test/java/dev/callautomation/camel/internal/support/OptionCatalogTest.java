package dev.callautomation.camel.internal.support;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

class OptionCatalogTest {

    @Test
    void missingCatalogIsNamed() {
        assertThatThrownBy(() -> OptionCatalog.read("/no/such/catalog.json"))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("/no/such/catalog.json");
    }
}
