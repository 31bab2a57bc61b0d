package dev.callautomation.examples.manifests;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

import org.apache.camel.catalog.CamelCatalog;
import org.apache.camel.catalog.ConfigurationPropertiesValidationResult;
import org.apache.camel.catalog.DefaultCamelCatalog;
import org.apache.camel.catalog.EndpointValidationResult;
import org.apache.camel.tooling.model.ArtifactModel;

/** Artifacts, options and properties of Camel and of the component, by their catalogs. */
final class CamelNames {

    private static final String SCHEME = "callautomation";
    private static final String OURS = "/META-INF/dev/callautomation/camel/" + SCHEME + ".json";
    private static final CamelCatalog CATALOG = catalog();
    private static final Set<String> ARTIFACTS = allArtifacts();

    boolean isArtifact(String name) {
        return ARTIFACTS.contains(name);
    }

    Set<String> artifacts() {
        return ARTIFACTS;
    }

    /**
     * What is wrong with an endpoint whose parameters have no placeholders.
     *
     * @param set names of the properties that are set, which can be options of its component
     */
    Optional<String> refusal(Endpoint endpoint, Set<String> set) {
        if (!CATALOG.findComponentNames().contains(endpoint.scheme())) {
            return Optional.of("Camel has no component with the scheme " + endpoint.scheme()
                    + Suggestion.of(endpoint.scheme(), CATALOG.findComponentNames()));
        }
        Map<String, String> parameters = new LinkedHashMap<>(endpoint.parameters());
        String uri = endpoint.uri() + (parameters.isEmpty() ? "" : "?" + query(parameters));
        EndpointValidationResult result =
                CATALOG.validateEndpointProperties(uri, true, endpoint.consumer(), !endpoint.consumer());
        String component = "camel.component." + endpoint.scheme() + ".";
        Set<String> required = result.getRequired() == null ? Set.of() : result.getRequired();
        boolean satisfied = result.getNumberOfErrors() == required.size()
                && required.stream().allMatch(option -> set.contains(component + option));
        return satisfied ? Optional.empty() : Optional.of(text(result.summaryErrorMessage(false)));
    }

    /** What is wrong with a property whose name begins with {@code camel.}. */
    Optional<String> refusal(String key, String value) {
        ConfigurationPropertiesValidationResult result = CATALOG.validateConfigurationProperty(key + "=" + value);
        if (!result.isAccepted()) {
            return isOfMain(key) ? Optional.empty() : Optional.of("Camel has no such property");
        }
        return result.isSuccess() ? Optional.empty() : Optional.of(text(result.summaryErrorMessage(false)));
    }

    /** The artifact of a component, without {@code camel-}. */
    Optional<String> artifactOfScheme(String scheme) {
        return CATALOG.findComponentNames().contains(scheme)
                ? artifact(CATALOG.componentModel(scheme))
                : Optional.empty();
    }

    /** The artifact of a language, such as groovy; empty if the core of Camel has it. */
    Optional<String> artifactOfLanguage(String name) {
        return CATALOG.findLanguageNames().contains(name) ? artifact(CATALOG.languageModel(name)) : Optional.empty();
    }

    /** The artifact of a data format, which is Jackson's for json. */
    Optional<String> artifactOfDataFormat(String name) {
        String format = name.equals("json") ? "jackson" : name;
        return CATALOG.findDataFormatNames().contains(format)
                ? artifact(CATALOG.dataFormatModel(format))
                : Optional.empty();
    }

    private static Optional<String> artifact(ArtifactModel<?> model) {
        return Optional.of(model.getArtifactId().replaceFirst("^camel-", ""))
                .filter(artifact -> !artifact.startsWith("core"));
    }

    /** Such as {@code camel.server.port}, which the catalog lists and does not validate. */
    private static boolean isOfMain(String key) {
        return CATALOG.mainModel().getOptions().stream()
                .anyMatch(option -> option.getName().replace("-", "").equalsIgnoreCase(key.replace("-", "")));
    }

    private static String text(String message) {
        return message.strip().replaceAll("\\s+", " ");
    }

    private static String query(Map<String, String> parameters) {
        return String.join(
                "&",
                parameters.entrySet().stream()
                        .map(parameter -> parameter.getKey() + "="
                                + parameter.getValue().replace("+", "%2B").replace("&", "%26"))
                        .toList());
    }

    private static CamelCatalog catalog() {
        CamelCatalog catalog = new DefaultCamelCatalog(true);
        try (InputStream stream = CamelNames.class.getResourceAsStream(OURS)) {
            String schema = new String(stream.readAllBytes(), StandardCharsets.UTF_8);
            catalog.addComponent(SCHEME, "dev.callautomation.camel.CallAutomationComponent", schema);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return catalog;
    }

    private static Set<String> allArtifacts() {
        Stream<ArtifactModel<?>> models = Stream.of(
                        CATALOG.findComponentNames().stream().map(CATALOG::componentModel),
                        CATALOG.findDataFormatNames().stream().map(CATALOG::dataFormatModel),
                        CATALOG.findLanguageNames().stream().map(CATALOG::languageModel),
                        CATALOG.findOtherNames().stream().map(CATALOG::otherModel))
                .flatMap(stream -> stream);
        Set<String> names = new TreeSet<>(List.of("core"));
        models.filter(model -> model != null && model.getArtifactId() != null)
                .forEach(model -> names.add(model.getArtifactId().replaceFirst("^camel-", "")));
        return names;
    }
}
