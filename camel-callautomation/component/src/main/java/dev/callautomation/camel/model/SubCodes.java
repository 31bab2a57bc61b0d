package dev.callautomation.camel.model;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;

/**
 * Descriptions of the subcodes of the service. Refusals of the REST API and result information of events share the
 * table, which comes from the service's troubleshooting documentation.
 */
public final class SubCodes {

    private static final Properties TABLE = load();

    /** What a subcode alone means. */
    private static final Map<Integer, String> GENERAL = TABLE.stringPropertyNames().stream()
            .filter(key -> key.indexOf('/') < 0)
            .collect(Collectors.toUnmodifiableMap(Integer::valueOf, TABLE::getProperty));

    /** Subcodes that mean something else with a certain code. */
    private static final Set<Integer> AMBIGUOUS = TABLE.stringPropertyNames().stream()
            .filter(key -> key.indexOf('/') >= 0)
            .map(key -> Integer.valueOf(key.substring(key.indexOf('/') + 1)))
            .collect(Collectors.toUnmodifiableSet());

    private SubCodes() {}

    /** The description in a few words; {@code null} if the subcode is {@code null} or not known. */
    public static @Nullable String description(@Nullable Integer subCode) {
        return subCode == null ? null : GENERAL.get(subCode);
    }

    /**
     * The description of a subcode that may mean something else with a certain code, as 8522 does with 405.
     *
     * @param  code the code of the result or the HTTP status; may be {@code null}
     * @return      {@code null} if the subcode is {@code null} or not known
     */
    public static @Nullable String description(@Nullable Integer code, @Nullable Integer subCode) {
        String special =
                subCode != null && AMBIGUOUS.contains(subCode) ? TABLE.getProperty(code + "/" + subCode) : null;
        return special != null ? special : description(subCode);
    }

    private static Properties load() {
        Properties table = new Properties();
        try (InputStream file = SubCodes.class.getResourceAsStream("/dev/callautomation/camel/subcodes.properties")) {
            table.load(new InputStreamReader(file, StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return table;
    }
}
