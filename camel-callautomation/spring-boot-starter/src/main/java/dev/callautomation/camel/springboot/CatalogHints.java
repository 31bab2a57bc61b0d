package dev.callautomation.camel.springboot;

import org.springframework.aot.hint.RuntimeHints;
import org.springframework.aot.hint.RuntimeHintsRegistrar;

import dev.callautomation.camel.internal.support.OptionCatalog;

/** The catalog of the component, from which the options are read, is part of a native image. */
final class CatalogHints implements RuntimeHintsRegistrar {

    @Override
    public void registerHints(RuntimeHints hints, ClassLoader classLoader) {
        hints.resources().registerPattern(OptionCatalog.RESOURCE.substring(1));
    }
}
