package dev.callautomation.simulator.page;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

/** Colors of text and of what is behind it, by the formula of WCAG 2; level AA asks for 4.5. */
class ContrastTest {

    private static final double AA = 4.5;
    private static final Path COLORS = Path.of("src/main/resources/dev/callautomation/simulator/page/files/base.css");
    private static final Pattern COLOR = Pattern.compile("--([a-z-]+): #([0-9a-f]{6});");

    @ParameterizedTest
    @CsvSource({
        "text, surface",
        "text, ground",
        "text, sunken",
        "text, accent-soft",
        "soft, surface",
        "soft, ground",
        "soft, sunken",
        "accent, surface",
        "accent, ground",
        "accent, accent-soft",
        "on-accent, accent",
        "bad, surface",
        "bad, ground",
        "bad, sunken",
        "bad, bad-soft",
        "bad, accent-soft",
        "good, good-soft",
        "warn, warn-soft",
        "text, warn-soft"
    })
    void textIsReadableInLightAndDark(String text, String behind) throws IOException {
        String[] schemes = Files.readString(COLORS).split("prefers-color-scheme: dark");
        assertThat(schemes).hasSize(2);
        for (String scheme : schemes) {
            Map<String, String> colors = colors(scheme);
            assertThat(contrast(colors.get(text), colors.get(behind)))
                    .as(text + " " + colors.get(text) + " on " + behind + " " + colors.get(behind))
                    .isGreaterThanOrEqualTo(AA);
        }
    }

    private static Map<String, String> colors(String css) {
        Map<String, String> colors = new HashMap<>();
        Matcher matcher = COLOR.matcher(css);
        while (matcher.find()) {
            colors.put(matcher.group(1), matcher.group(2));
        }
        return colors;
    }

    private static double contrast(String one, String other) {
        double a = luminance(one);
        double b = luminance(other);
        return (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05);
    }

    private static double luminance(String hex) {
        int rgb = Integer.parseInt(hex, 16);
        return 0.2126 * linear(rgb >> 16) + 0.7152 * linear(rgb >> 8 & 0xff) + 0.0722 * linear(rgb & 0xff);
    }

    private static double linear(int channel) {
        double value = channel / 255.0;
        return value <= 0.03928 ? value / 12.92 : Math.pow((value + 0.055) / 1.055, 2.4);
    }
}
