package dev.callautomation.camel.model;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Properties;
import java.util.function.Function;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;

/**
 * Descriptions of the subcodes of the service. Refusals of the REST API and result information of events share the
 * table, which comes from the service's troubleshooting documentation.
 */
public final class SubCodes {

    private static final Map<String, String> DESCRIPTIONS = load();

    private SubCodes() {}

    /** The description in a few words; {@code null} if the subcode is {@code null} or not known. */
    public static @Nullable String description(@Nullable Integer subCode) {
        return subCode == null ? null : DESCRIPTIONS.get(subCode.toString());
    }

    /**
     * The description of a subcode that may mean something else with a certain code, as 8522 does with 405.
     *
     * @param  code the code of the result or the HTTP status; may be {@code null}
     * @return      {@code null} if the subcode is {@code null} or not known
     */
    public static @Nullable String description(@Nullable Integer code, @Nullable Integer subCode) {
        String special = DESCRIPTIONS.get(code + "/" + subCode);
        return special != null ? special : description(subCode);
    }

    private static Map<String, String> load() {
        Properties table = new Properties();
        try (InputStream file = SubCodes.class.getResourceAsStream("/dev/callautomation/camel/subcodes.properties")) {
            table.load(new InputStreamReader(file, StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return table.stringPropertyNames().stream()
                .collect(Collectors.toUnmodifiableMap(Function.identity(), table::getProperty));
    }
}
