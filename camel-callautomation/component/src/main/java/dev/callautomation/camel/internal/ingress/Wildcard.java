package dev.callautomation.camel.internal.ingress;

import java.util.List;

/**
 * A pattern in which an asterisk stands for any characters. The texts come from senders: the first place of each part between
 * asterisks is the only one to try, so that the time grows with the length of the text, not with a power of it.
 */
final class Wildcard {

    private final List<String> parts;
    private final boolean ignoreCase;

    Wildcard(String pattern, boolean ignoreCase) {
        this.parts = List.of(pattern.split("\\*", -1));
        this.ignoreCase = ignoreCase;
    }

    boolean matches(String text) {
        String first = parts.get(0);
        String last = parts.get(parts.size() - 1);
        if (parts.size() == 1) {
            return text.length() == first.length() && isAt(text, 0, first);
        }
        int end = text.length() - last.length();
        if (first.length() > end || !isAt(text, 0, first) || !isAt(text, end, last)) {
            return false;
        }
        int position = first.length();
        for (String part : parts.subList(1, parts.size() - 1)) {
            position = find(text, position, end, part);
            if (position < 0) {
                return false;
            }
            position += part.length();
        }
        return true;
    }

    private int find(String text, int from, int end, String part) {
        for (int position = from; position + part.length() <= end; position++) {
            if (isAt(text, position, part)) {
                return position;
            }
        }
        return -1;
    }

    private boolean isAt(String text, int position, String part) {
        return text.regionMatches(ignoreCase, position, part, 0, part.length());
    }
}
