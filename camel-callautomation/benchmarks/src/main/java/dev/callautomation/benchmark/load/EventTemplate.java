package dev.callautomation.benchmark.load;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** JSON of an event with places for what differs: {@code ${id}}, {@code ${call}}, {@code ${time}}, {@code ${number}}. */
final class EventTemplate {

    private static final Pattern PLACE = Pattern.compile("\\$\\{(id|call|time|number)}");

    private final List<String> texts = new ArrayList<>();
    private final List<String> places = new ArrayList<>();

    EventTemplate(String text) {
        String compact = text.replaceAll("\n *", "");
        Matcher matcher = PLACE.matcher(compact);
        int start = 0;
        while (matcher.find()) {
            texts.add(compact.substring(start, matcher.start()));
            places.add(matcher.group(1));
            start = matcher.end();
        }
        texts.add(compact.substring(start));
    }

    void write(StringBuilder out, String id, String call, String time, long number) {
        for (int i = 0; i < places.size(); i++) {
            out.append(texts.get(i));
            switch (places.get(i)) {
                case "id" -> out.append(id);
                case "call" -> out.append(call);
                case "time" -> out.append(time);
                default -> out.append(number);
            }
        }
        out.append(texts.get(texts.size() - 1));
    }
}
