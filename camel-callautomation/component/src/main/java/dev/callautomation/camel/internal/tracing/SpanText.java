package dev.callautomation.camel.internal.tracing;

import java.util.HashMap;
import java.util.Map;
import java.util.regex.Pattern;

import org.apache.camel.telemetry.Span;

import dev.callautomation.camel.internal.support.IdentifierMask;

/** Writes to a span without identifiers of users and secrets: what is exported leaves the application. */
record SpanText(Span span) implements Span {

    /** Of the signed or secret URLs that options may have, plain or percent-encoded. */
    private static final Pattern SECRET = Pattern.compile(
            "(?i)([?&]|%3F|%26)((?:sig|code|token|access_token|key|secret|password|pwd)(?:=|%3D))[^&%\\s)]+");

    private static String clean(String text) {
        return text == null
                ? null
                : SECRET.matcher(IdentifierMask.always().in(text)).replaceAll("$1$2xxxxxx");
    }

    @Override
    public void log(Map<String, String> fields) {
        Map<String, String> clean = new HashMap<>();
        fields.forEach((name, value) -> clean.put(name, clean(value)));
        span.log(clean);
    }

    @Override
    public void setTag(String key, String value) {
        span.setTag(key, clean(value));
    }

    /** Sets nothing for {@code null}. */
    void tag(String key, Object value) {
        if (value != null) {
            setTag(key, value.toString());
        }
    }

    @Override
    public void setComponent(String component) {
        span.setComponent(component);
    }

    @Override
    public void setError(boolean isError) {
        span.setError(isError);
    }
}
