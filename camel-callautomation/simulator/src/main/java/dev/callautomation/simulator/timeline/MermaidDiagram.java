package dev.callautomation.simulator.timeline;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

import dev.callautomation.simulator.model.TimelineEntry;

/** Draws a timeline as a Mermaid sequence diagram. */
public final class MermaidDiagram {

    private static final Pattern SPECIAL = Pattern.compile("[#;%\n]");
    private static final Pattern CONTROL = Pattern.compile("[\\p{Cntrl}\\u0085\\u2028\\u2029&&[^\n]]");

    private final StringBuilder lines = new StringBuilder();
    private final Map<String, String> participants = new LinkedHashMap<>();

    private MermaidDiagram() {}

    /** The diagram's source text. */
    public static String of(List<TimelineEntry> entries) {
        MermaidDiagram diagram = new MermaidDiagram();
        entries.forEach(diagram::draw);
        StringBuilder text = new StringBuilder("sequenceDiagram\n");
        diagram.participants.forEach((name, alias) -> text.append("    participant ")
                .append(alias)
                .append(" as ")
                .append(clean(name))
                .append('\n'));
        return text.append(diagram.lines).toString();
    }

    private void draw(TimelineEntry entry) {
        String from = alias(entry.from());
        if (entry.to() == null) {
            lines.append("    Note over ")
                    .append(from)
                    .append(": ")
                    .append(clean(Secrets.mask(entry.text())))
                    .append('\n');
        } else {
            lines.append("    ")
                    .append(from)
                    .append(arrow(entry.kind()))
                    .append(alias(entry.to()))
                    .append(": ")
                    .append(clean(Secrets.mask(entry.text())))
                    .append('\n');
        }
    }

    private String alias(String name) {
        return participants.computeIfAbsent(name, n -> "p" + participants.size());
    }

    /** Answers are dashed. */
    private static String arrow(TimelineEntry.Kind kind) {
        return kind == TimelineEntry.Kind.RESPONSE || kind == TimelineEntry.Kind.DELIVERY ? "-->>" : "->>";
    }

    /**
     * Mermaid ends a message at ; and at other ends of a line, takes # for the start of a character's number and %% for
     * that of a comment or directive.
     */
    private static String clean(String text) {
        return SPECIAL.matcher(CONTROL.matcher(text).replaceAll(" "))
                .replaceAll(match -> "#" + (int) match.group().charAt(0) + ";");
    }
}
