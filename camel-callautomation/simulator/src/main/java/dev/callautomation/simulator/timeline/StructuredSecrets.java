package dev.callautomation.simulator.timeline;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/**
 * Finds values of JSON that are secret by a name which is not directly before them: what is in a list or object with a
 * secret name, and the value of a pair such as {@code {"name": "token", "value": "..."}}, in either order. The end of the
 * text may be missing.
 */
final class StructuredSecrets {

    private static final Pattern NAME =
            Pattern.compile("name|key|header|field|parameter|variable", Pattern.CASE_INSENSITIVE);
    private static final Pattern VALUE = Pattern.compile("values?|content|data|text", Pattern.CASE_INSENSITIVE);

    /** Backslashes before a quotation mark, of JSON and of JSON in strings of JSON. */
    private static final int[] DEPTHS = {0, 1, 3};

    private final String text;
    private final int depth;
    private final Predicate<String> secretName;
    private final Range found;
    private final Deque<Part> open = new ArrayDeque<>();

    /** Takes a place in the text, the end exclusive. */
    interface Range {
        void add(int begin, int end);
    }

    /** An object or a list that has begun. */
    private static final class Part {

        private final boolean list;
        private final boolean secret;
        /** Values that are secret if a member of the object is a secret name. */
        private final List<int[]> values;

        private String member;
        private boolean named;

        private Part(boolean list, boolean secret, List<int[]> values) {
            this.list = list;
            this.secret = secret;
            this.values = values;
        }
    }

    private StructuredSecrets(String text, int depth, Predicate<String> secretName, Range found) {
        this.text = text;
        this.depth = depth;
        this.secretName = secretName;
        this.found = found;
    }

    static void find(String text, Predicate<String> secretName, Range found) {
        for (int depth : DEPTHS) {
            if (depth == 0 || text.indexOf('\\') >= 0) {
                new StructuredSecrets(text, depth, secretName, found).read();
            }
        }
    }

    private void read() {
        open.push(new Part(false, false, new ArrayList<>()));
        int at = 0;
        while (at < text.length()) {
            at = read(at);
        }
        while (!open.isEmpty()) {
            close();
        }
    }

    /** Reads what begins there; returns where it ends. */
    private int read(int at) {
        char character = text.charAt(at);
        switch (character) {
            case '"':
                if (backslashesBefore(at) == depth) {
                    return string(at + 1);
                }
                break;
            case '{', '[':
                begin(character == '[');
                break;
            case '}', ']':
                if (open.size() > 1) {
                    close();
                }
                break;
            case ',':
                if (!open.peek().list) {
                    open.peek().member = null;
                }
                break;
            default:
                if (Character.isDigit(character) && isValueOfPair()) {
                    return number(at);
                }
        }
        return at + 1;
    }

    private void begin(boolean list) {
        Part outer = open.peek();
        boolean secret = outer.secret || outer.member != null && secretName.test(outer.member);
        boolean sameValues = list && isValueOfPair();
        open.push(new Part(list, secret, sameValues ? outer.values : new ArrayList<>()));
    }

    private void close() {
        Part part = open.pop();
        if (part.named) {
            part.values.forEach(value -> found.add(value[0], value[1]));
        }
    }

    private int string(int begin) {
        int quote = begin;
        while (quote < text.length() && !endsAt(quote)) {
            quote++;
        }
        int end = Math.max(begin, quote - (quote < text.length() ? backslashesBefore(quote) : 0));
        int after = quote + 1;
        while (after < text.length() && Character.isWhitespace(text.charAt(after))) {
            after++;
        }
        Part part = open.peek();
        if (!part.list && after < text.length() && text.charAt(after) == ':') {
            part.member = text.substring(begin, end);
        } else {
            value(begin, end);
        }
        return quote + 1;
    }

    private boolean endsAt(int at) {
        int slashes = text.charAt(at) == '"' ? backslashesBefore(at) : Integer.MAX_VALUE;
        return slashes <= depth || depth == 0 && slashes % 2 == 0;
    }

    private void value(int begin, int end) {
        Part part = open.peek();
        if (part.secret) {
            found.add(begin, end);
        } else if (isValueOfPair()) {
            part.values.add(new int[] {begin, end});
        } else if (part.member != null && NAME.matcher(part.member).matches()) {
            part.named |= secretName.test(text.substring(begin, end));
        }
    }

    private int number(int begin) {
        int end = begin;
        while (end < text.length() && ",}] \t\r\n\\".indexOf(text.charAt(end)) < 0) {
            end++;
        }
        open.peek().values.add(new int[] {begin, end});
        return end;
    }

    /** Also in a list that is the value of a pair, which has the list of values of its object. */
    private boolean isValueOfPair() {
        Part part = open.peek();
        return part.list
                ? part.values == outerValues()
                : part.member != null && VALUE.matcher(part.member).matches();
    }

    private List<int[]> outerValues() {
        return open.stream().skip(1).findFirst().map(part -> part.values).orElse(null);
    }

    private int backslashesBefore(int at) {
        int first = at;
        while (first > 0 && text.charAt(first - 1) == '\\') {
            first--;
        }
        return at - first;
    }
}
