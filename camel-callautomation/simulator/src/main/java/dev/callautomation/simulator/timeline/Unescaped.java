package dev.callautomation.simulator.timeline;

/**
 * Text in which escapes of JSON and, on demand, of URLs are replaced by the characters they stand for, with the place
 * of each character in the text. A quotation mark keeps the backslashes that tell how deep it is nested.
 */
final class Unescaped {

    private static final int UNICODE = 5;
    private static final int PERCENT = 3;

    private final StringBuilder text;
    private final int[] begins;
    private final int[] ends;

    private Unescaped(int length) {
        this.text = new StringBuilder(length);
        this.begins = new int[length];
        this.ends = new int[length];
    }

    static Unescaped of(String text, boolean percent) {
        Unescaped unescaped = new Unescaped(text.length());
        int at = 0;
        while (at < text.length()) {
            at = unescaped.read(text, at, percent);
        }
        return unescaped;
    }

    String text() {
        return text.toString();
    }

    /** Where the character begins in the text. */
    int begin(int index) {
        return begins[index];
    }

    /** Where the character ends in the text. */
    int end(int index) {
        return ends[index];
    }

    private int read(String from, int begin, boolean percent) {
        char first = from.charAt(begin);
        if (first == '%' && percent) {
            int code = hex(from, begin + 1, begin + PERCENT);
            return code < 0 ? add(first, begin, begin + 1) : add((char) code, begin, begin + PERCENT);
        }
        if (first != '\\') {
            return add(first, begin, begin + 1);
        }
        int escaped = begin;
        while (escaped < from.length() && from.charAt(escaped) == '\\') {
            escaped++;
        }
        if (escaped < from.length() && from.charAt(escaped) == '/') {
            return add('/', begin, escaped + 1);
        }
        boolean unicode = escaped < from.length() && from.charAt(escaped) == 'u';
        int code = unicode ? hex(from, escaped + 1, escaped + UNICODE) : -1;
        if (code >= 0 && code != '"' && code != '\'') {
            return add((char) code, begin, escaped + UNICODE);
        }
        for (int slash = begin; slash < escaped; slash++) {
            add('\\', slash, slash + 1);
        }
        return code < 0 ? escaped : add((char) code, escaped, escaped + UNICODE);
    }

    private int add(char character, int begin, int end) {
        begins[text.length()] = begin;
        ends[text.length()] = end;
        text.append(character);
        return end;
    }

    /** A visible ASCII character that neither begins an escape nor ends a URL; -1 for another one. */
    private static int hex(String from, int begin, int end) {
        int code = 0;
        for (int at = begin; at < end; at++) {
            int digit = at < from.length() ? Character.digit(from.charAt(at), 16) : -1;
            if (digit < 0) {
                return -1;
            }
            code = code * 16 + digit;
        }
        return code > ' ' && code < 0x7f && "\\<>".indexOf(code) < 0 ? code : -1;
    }
}
