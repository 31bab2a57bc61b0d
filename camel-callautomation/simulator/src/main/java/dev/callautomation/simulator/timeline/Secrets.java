package dev.callautomation.simulator.timeline;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Replaces secrets in what is shown of requests, events and responses, also in a body of which the end is missing.
 * The patterns repeat single characters only: a repeated group overflows the stack on a long value. In doubt, too much
 * is masked.
 */
public final class Secrets {

    static final String MASK = "***";

    private static final Pattern SECRET_NAME = Pattern.compile(
            "authorization|cookie|secret|passw(?:or)?d|passphrase|credential|connection[_-]?string|incomingCallContext"
                    + "|access[_-]?key|(?:token|signature|sig|sas|pwd|jwt|assertion|key)s?$",
            Pattern.CASE_INSENSITIVE);

    private static final Pattern SECRET_HEADER = Pattern.compile("token|signature|sas", Pattern.CASE_INSENSITIVE);

    private static final Pattern HARMLESS_NAME =
            Pattern.compile("(?:idempotency|partition|row|sort|cache|public)[_-]?keys?$", Pattern.CASE_INSENSITIVE);

    private static final List<String> SCHEMES = List.of("HMAC-SHA256", "Bearer", "Basic");

    /** A JSON member up to the begin of its value, also in JSON that is text itself. */
    private static final Pattern MEMBER = Pattern.compile("([\\w.$-]{1,64})\\\\*[\"']?\\s*+:\\s*+(\\\\*)([\"'])");

    private static final Pattern NUMBER = Pattern.compile("([\\w.$-]{1,64})\\\\*[\"']\\s*+:\\s*+(-?\\d[\\w.+-]*+)");

    /** Of a form, a connection string or a cookie. */
    private static final Pattern PARAMETER = Pattern.compile("([\\w.$-]{1,64})=([^&\\s\"<>]++)");

    private static final Pattern JWT = Pattern.compile("eyJ[\\w-]{5,}\\.[\\w.-]+");

    private static final Pattern QUERY =
            Pattern.compile("(?:https?|wss?)://[^\\s\"?#<>]*+[?#]([^\\s\"<>]++)", Pattern.CASE_INSENSITIVE);

    private static final Pattern USER = Pattern.compile("[a-z]://([^/\\s\"?#]+)@", Pattern.CASE_INSENSITIVE);

    private static final Pattern API_VERSION = Pattern.compile("api-version=[\\w.-]*");

    private final String view;
    private final Unescaped unescaped;

    /** Ends of secrets by their begins. */
    private final Map<Integer, Integer> found;

    private Secrets(String text, boolean percent, Map<Integer, Integer> found) {
        this.unescaped = Unescaped.of(text, percent);
        this.view = unescaped.text();
        this.found = found;
    }

    /** Masks the value of a header whose name says that it is secret. */
    static String maskHeader(String name, String value) {
        if (!isSecret(name) && !SECRET_HEADER.matcher(name).find()) {
            return mask(value.startsWith("/") ? maskUrl(value) : value);
        }
        return maskCredentials(value);
    }

    /** Masks the value of the header Authorization but its scheme, if that is a known one. */
    static String maskCredentials(String value) {
        int space = value.indexOf(' ');
        String scheme = space < 0 ? "" : value.substring(0, space);
        return SCHEMES.stream().anyMatch(scheme::equalsIgnoreCase) ? scheme + " " + MASK : MASK;
    }

    /** Masks the query and the fragment of a URL that may be without scheme and host. */
    static String maskUrl(String url) {
        Map<Integer, Integer> found = new TreeMap<>();
        Secrets secrets = new Secrets(url, false, found);
        Matcher query = Pattern.compile("[?#]").matcher(secrets.view);
        if (query.find()) {
            secrets.findParameters(query.end(), secrets.view.length());
        }
        secrets.findAll(USER, 1);
        return masked(url, found);
    }

    /** Masks what is secret in text, JSON most of the time. */
    public static String mask(String text) {
        if (!mayHoldSecret(text)) {
            return text;
        }
        Map<Integer, Integer> found = new TreeMap<>();
        new Secrets(text, false, found).findAll();
        if (text.indexOf('%') >= 0) {
            new Secrets(text, true, found).findAll();
        }
        return masked(text, found);
    }

    /** Each pattern needs one of these; most texts of timelines have none of them, so that they cost a look only. */
    private static boolean mayHoldSecret(String text) {
        boolean colon = false;
        boolean quote = false;
        for (int i = 0; i < text.length(); i++) {
            switch (text.charAt(i)) {
                case '=', '%', '\\':
                    return true;
                case '"', '\'':
                    quote = true;
                    break;
                case ':':
                    colon = true;
                    break;
                default:
            }
        }
        return colon && (quote || text.contains("://")) || text.contains("eyJ");
    }

    private static boolean isSecret(String name) {
        return SECRET_NAME.matcher(name).find() && !HARMLESS_NAME.matcher(name).find();
    }

    private void findAll() {
        Matcher query = QUERY.matcher(view);
        while (query.find()) {
            findParameters(query.start(1), query.end(1));
        }
        findAll(USER, 1);
        findAll(JWT, 0);
        findNamed(NUMBER);
        findNamed(PARAMETER);
        StructuredSecrets.find(view, Secrets::isSecret, this::add);
        Matcher member = MEMBER.matcher(view);
        int from = 0;
        while (member.find(from)) {
            from = member.end();
            if (isSecret(member.group(1))) {
                from = endOfValue(
                        member.end(), member.group(3).charAt(0), member.group(2).length());
                add(member.end(), from);
            }
        }
    }

    private void findAll(Pattern pattern, int group) {
        Matcher each = pattern.matcher(view);
        while (each.find()) {
            add(each.start(group), each.end(group));
        }
    }

    private void findNamed(Pattern pattern) {
        Matcher each = pattern.matcher(view);
        int from = 0;
        while (each.find(from)) {
            boolean plural = pattern == NUMBER && each.group(1).endsWith("s");
            boolean secret = isSecret(each.group(1)) && !plural;
            if (secret) {
                add(each.start(2), withoutBackslashes(each.start(2), each.end(2)));
            }
            // a value that is not secret may have parameters itself
            from = secret ? each.end() : each.start(2);
        }
    }

    /**
     * Where a value ends: before its quotation mark and the backslashes of that.
     *
     * @param depth backslashes before the quotation mark at its begin
     */
    private int endOfValue(int begin, char quote, int depth) {
        int slashes = 0;
        for (int end = begin; end < view.length(); end++) {
            char character = view.charAt(end);
            if (character == quote && (slashes <= depth || depth == 0 && slashes % 2 == 0)) {
                return end - slashes;
            }
            slashes = character == '\\' ? slashes + 1 : 0;
        }
        return view.length();
    }

    /** All parameters of a query but the version of the API, which tests want to see. */
    private void findParameters(int begin, int queryEnd) {
        int end = withoutBackslashes(begin, queryEnd);
        int parameter = begin;
        for (int at = begin; at <= end; at++) {
            if (at == end || view.charAt(at) == '&') {
                findParameter(parameter, at);
                parameter = at + 1;
            }
        }
    }

    private void findParameter(int begin, int end) {
        String parameter = view.substring(begin, end);
        if (API_VERSION.matcher(parameter).matches()) {
            return;
        }
        int value = parameter.indexOf('=') + 1;
        // a key alone may end with the padding of Base64
        boolean named = value > 1 && !parameter.substring(value).matches("=*");
        add(named ? begin + value : begin, end);
    }

    /** Those at the end belong to the quotation mark that follows, in JSON that is text itself. */
    private int withoutBackslashes(int begin, int end) {
        int last = end;
        while (last > begin && view.charAt(last - 1) == '\\') {
            last--;
        }
        return last;
    }

    private void add(int begin, int end) {
        if (begin < end) {
            found.merge(unescaped.begin(begin), unescaped.end(end - 1), Math::max);
        }
    }

    private static String masked(String text, Map<Integer, Integer> found) {
        StringBuilder masked = new StringBuilder();
        int kept = 0;
        for (Map.Entry<Integer, Integer> secret : found.entrySet()) {
            if (secret.getKey() >= kept) {
                masked.append(text, kept, secret.getKey()).append(MASK);
            }
            kept = Math.max(kept, secret.getValue());
        }
        return masked.append(text, kept, text.length()).toString();
    }
}
