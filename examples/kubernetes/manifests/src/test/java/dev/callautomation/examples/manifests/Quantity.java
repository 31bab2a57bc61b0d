package dev.callautomation.examples.manifests;

import java.math.BigDecimal;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import com.fasterxml.jackson.databind.JsonNode;

/** Amounts of memory and CPU, such as {@code 512Mi} and {@code 250m}. */
final class Quantity {

    private static final Pattern FORM = Pattern.compile("([0-9.]+)([a-zA-Z]*)");
    private static final Map<String, BigDecimal> UNITS = Map.of(
            "", BigDecimal.ONE,
            "m", new BigDecimal("0.001"),
            "k", BigDecimal.valueOf(1_000L),
            "M", BigDecimal.valueOf(1_000_000L),
            "G", BigDecimal.valueOf(1_000_000_000L),
            "Ki", BigDecimal.valueOf(1L << 10),
            "Mi", BigDecimal.valueOf(1L << 20),
            "Gi", BigDecimal.valueOf(1L << 30));

    private Quantity() {}

    /** Whether both are given, and the first is greater. */
    static boolean isGreater(JsonNode first, JsonNode second) {
        Optional<BigDecimal> one = value(first);
        Optional<BigDecimal> other = value(second);
        return one.isPresent() && other.isPresent() && one.get().compareTo(other.get()) > 0;
    }

    private static Optional<BigDecimal> value(JsonNode node) {
        Matcher quantity = FORM.matcher(node.asText());
        return quantity.matches()
                ? Optional.ofNullable(UNITS.get(quantity.group(2))).map(new BigDecimal(quantity.group(1))::multiply)
                : Optional.empty();
    }
}
