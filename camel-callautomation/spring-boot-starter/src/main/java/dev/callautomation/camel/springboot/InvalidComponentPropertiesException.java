package dev.callautomation.camel.springboot;

import java.util.List;
import java.util.stream.Collectors;

import org.springframework.boot.context.properties.source.ConfigurationProperty;
import org.springframework.boot.origin.Origin;

/** Properties cannot configure the component. Neither the text nor a cause contains the value of a secret. */
final class InvalidComponentPropertiesException extends IllegalArgumentException {

    private static final long serialVersionUID = 1L;

    private final transient List<Problem> problems;

    /**
     * A property with the reason why it is not accepted.
     *
     * @param origin where the property is set; {@code null} if not known
     */
    record Problem(String property, Origin origin, String reason) {

        /** Its value may be a secret. */
        static Problem unknown(ConfigurationProperty property) {
            return new Problem(
                    property.getName().toString(), property.getOrigin(), "The component has no option of this name");
        }

        static Problem invalid(ComponentProperty property, String reason) {
            return new Problem(property.key(), property.origin(), reason);
        }

        @Override
        public String toString() {
            return property + (origin == null ? "" : " (" + origin + ")") + ": " + reason;
        }
    }

    InvalidComponentPropertiesException(List<Problem> problems) {
        super(problems.stream()
                .map(Problem::toString)
                .collect(Collectors.joining("; ", "The component callautomation cannot be configured: ", "")));
        this.problems = List.copyOf(problems);
    }

    List<Problem> problems() {
        return problems;
    }
}
