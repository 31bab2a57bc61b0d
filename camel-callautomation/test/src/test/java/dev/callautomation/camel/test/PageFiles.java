package dev.callautomation.camel.test;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The files that a page of docs/ shows.
 *
 * @param file groups: what precedes the content, the name, the content, what follows it
 */
record PageFiles(Path page, Pattern file) {

    static PageFiles of(String page, String title, String language) {
        return new PageFiles(
                Path.of("../../docs").resolve(page),
                Pattern.compile(
                        "(^\\." + title + "\n\\[source," + language + "]\n----\n)(?<text>.*?)(^----$)",
                        Pattern.DOTALL | Pattern.MULTILINE));
    }

    /** The contents by name. */
    Map<String, String> contents() throws IOException {
        Map<String, String> files = new LinkedHashMap<>();
        file.matcher(Files.readString(page)).results().forEach(match -> files.put(match.group(2), match.group(3)));
        return files;
    }

    /** The page shows this content; with the system property {@code docs.update=true} it is written to the page. */
    void verify(String name, String content) throws IOException {
        if (Boolean.getBoolean("docs.update")) {
            Files.writeString(
                    page,
                    file.matcher(Files.readString(page))
                            .replaceAll(match -> Matcher.quoteReplacement(
                                    match.group(2).equals(name)
                                            ? match.group(1) + content + match.group(4)
                                            : match.group())));
            return;
        }
        assertThat(contents().get(name)).isEqualTo(content);
    }
}
