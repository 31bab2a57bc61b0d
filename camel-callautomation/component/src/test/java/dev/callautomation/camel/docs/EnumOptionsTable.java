package dev.callautomation.camel.docs;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.JsonNode;
import org.apache.camel.impl.DefaultCamelContext;

import static org.assertj.core.api.Assertions.assertThat;

/** The table of the values that options with an enum accept, derived from the enums and from how Camel binds them. */
final class EnumOptionsTable {

    private EnumOptionsTable() {}

    static String asciidoc(JsonNode options) throws Exception {
        List<String> rows = new ArrayList<>();
        try (DefaultCamelContext context = new DefaultCamelContext()) {
            context.start();
            for (var option : options.properties()) {
                if (option.getValue().has("enum")) {
                    Class<?> type =
                            Class.forName(option.getValue().get("javaType").asText());
                    rows.add("| `" + option.getKey() + "` | " + values(type, context) + "\n");
                }
            }
        }
        return "[cols=\"1,3\",options=\"header\"]\n|===\n| Option | Values\n\n" + String.join("", rows) + "|===\n";
    }

    private static String values(Class<?> type, DefaultCamelContext context) throws NoSuchFieldException {
        List<String> values = new ArrayList<>();
        for (Object constant : type.getEnumConstants()) {
            JsonProperty wire = type.getField(constant.toString()).getAnnotation(JsonProperty.class);
            String text = "`" + constant + "`";
            if (wire != null && !isAccepted(wire.value(), constant, context)) {
                text = text + " (in a request body `" + wire.value() + "`)";
            } else if (wire != null && wire.value().equalsIgnoreCase(constant.toString())) {
                text = "`" + wire.value() + "`";
            } else if (wire != null) {
                text = "`" + wire.value() + "` or " + text;
            }
            assertThat(isAccepted(constant.toString(), constant, context)).isTrue();
            assertThat(isAccepted(constant.toString().toLowerCase(Locale.ROOT), constant, context))
                    .isTrue();
            values.add(text);
        }
        return String.join(", ", values);
    }

    private static boolean isAccepted(String value, Object constant, DefaultCamelContext context) {
        return constant.equals(context.getTypeConverter().tryConvertTo(constant.getClass(), value));
    }
}
