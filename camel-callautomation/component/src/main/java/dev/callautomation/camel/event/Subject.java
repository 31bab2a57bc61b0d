package dev.callautomation.camel.event;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;

/**
 * The ids in the subject of an event. Some events of Event Grid have them nowhere else.
 *
 * <p>A server call id is base64 and may contain slashes, so the subject is parsed from the end. The forms
 * are those of Microsoft's page on voice and video events, and of recorded callbacks.
 *
 * @param callConnectionId may be {@code null}
 * @param serverCallId     may be {@code null}
 * @param correlationId    may be {@code null}
 * @param recordingId      may be {@code null}
 */
public record Subject(
        @Nullable String callConnectionId,
        @Nullable String serverCallId,
        @Nullable String correlationId,
        @Nullable String recordingId) {

    /** A multiple of the lengths in use; parsing much longer subjects would take seconds. */
    private static final int MAX_LENGTH = 4096;

    private static final Subject NONE = new Subject(null, null, null, null);

    private static final List<Form> FORMS = List.of(
            new Form("calling/callConnections/", "(?<connection>[^/]+)(?:/.*)?"),
            new Form("calling/recordings/", "(?<server>.+)/recordingId/(?<recording>.+?)(?:/RecordingStateChanged)?"),
            new Form(
                    "recording/call/",
                    "(?<correlation>.+?)(?:/serverCallId/(?<server>.+?))?(?:/recordingId/(?<recording>.+))?"),
            new Form("call/", "(?<server>.+?)(?:/(?:startedBy|participant)/[^/]+)?"));

    private static final Pattern ENCODED = Pattern.compile("[^%]*+(?:%[0-9A-Fa-f]{2}[^%]*+)*+");

    /** @param rest what follows the prefix */
    private record Form(String prefix, Pattern rest) {

        Form(String prefix, String rest) {
            this(prefix, Pattern.compile(rest));
        }
    }

    /** The ids of a subject; none if it has another form or more than 4,096 characters, or is {@code null}. */
    public static Subject of(@Nullable String subject) {
        if (subject == null || subject.length() > MAX_LENGTH) {
            return NONE;
        }
        int start = subject.startsWith("/") ? 1 : 0;
        for (Form form : FORMS) {
            // most subjects have none of the prefixes, or ids that the data have, too
            if (subject.startsWith(form.prefix(), start)) {
                Matcher matcher = form.rest()
                        .matcher(subject)
                        .region(start + form.prefix().length(), subject.length());
                return matcher.matches()
                        ? new Subject(
                                id(matcher, "connection"),
                                id(matcher, "server"),
                                id(matcher, "correlation"),
                                id(matcher, "recording"))
                        : NONE;
            }
        }
        return NONE;
    }

    private static @Nullable String id(Matcher matcher, String group) {
        boolean named = matcher.pattern().pattern().contains("(?<" + group + ">");
        return named ? decoded(matcher.group(group)) : null;
    }

    /** Decodes percent-encoding, but keeps plus signs, which base64 contains. */
    private static @Nullable String decoded(@Nullable String id) {
        return id != null && ENCODED.matcher(id).matches()
                ? URLDecoder.decode(id.replace("+", "%2B"), StandardCharsets.UTF_8)
                : id;
    }
}
