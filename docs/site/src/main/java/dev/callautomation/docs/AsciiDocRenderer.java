package dev.callautomation.docs;

import java.util.ArrayList;
import java.util.List;

import org.asciidoctor.Asciidoctor;
import org.asciidoctor.Attributes;
import org.asciidoctor.Options;
import org.asciidoctor.log.Severity;

/** AsciiDoc as HTML, without a frame. Colors of code are classes, for the style sheet. */
final class AsciiDocRenderer implements AutoCloseable {

    private static final String DELIMITER = "-".repeat(60);

    private final Asciidoctor asciidoctor = Asciidoctor.Factory.create();
    private final List<String> warnings = new ArrayList<>();
    private final Options options = Options.builder()
            .standalone(false)
            .attributes(Attributes.builder()
                    .attribute("showtitle")
                    .attribute("toc!")
                    .attribute("source-highlighter", "rouge")
                    .attribute("rouge-css", "class")
                    // references to other pages are resolved by the names of their sources, as those of Markdown are
                    .attribute("relfilesuffix", ".adoc")
                    .build())
            .build();

    AsciiDocRenderer() {
        asciidoctor.registerLogHandler(entry -> {
            if (entry.getSeverity().compareTo(Severity.WARN) >= 0) {
                String line = entry.getCursor() == null
                        ? ""
                        : "line " + entry.getCursor().getLineNumber() + ": ";
                warnings.add(line + entry.getMessage());
            }
        });
    }

    String page(String name, String text) {
        String html = asciidoctor.convert(text, options);
        SiteException.throwIfAny(name, warnings);
        return html;
    }

    /** Text of a file, or a block of code. */
    String listing(String language, String text) {
        return page(
                language,
                "[source,%s,subs=specialcharacters]\n%s\n%s\n%s\n".formatted(language, DELIMITER, text, DELIMITER));
    }

    @Override
    public void close() {
        asciidoctor.close();
    }
}
