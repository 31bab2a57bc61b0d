package dev.callautomation.camel.model;

import java.util.Map;
import java.util.stream.Collectors;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.jspecify.annotations.Nullable;

/**
 * Headers that accompany an invitation: VoIP headers for users, SIP headers for phones.
 *
 * @param voipHeaders at most 1,000; may be {@code null}
 * @param sipHeaders {@code User-To-User} and at most 5 more named {@code X-MS-Custom-...} or {@code X-...}; may be
 *     {@code null}
 * @param teamsPhoneCallDetails details of the call that a Teams user sees; may be {@code null}
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record CustomCallingContext(
        @Nullable Map<String, String> voipHeaders,
        @Nullable Map<String, String> sipHeaders,
        @Nullable TeamsPhoneCallDetails teamsPhoneCallDetails) {
    public CustomCallingContext {
        voipHeaders = withValues(voipHeaders);
        sipHeaders = withValues(sipHeaders);
    }

    /** Headers that are null in JSON are ignored. */
    private static @Nullable Map<String, String> withValues(@Nullable Map<String, String> headers) {
        return headers == null
                ? null
                : headers.entrySet().stream()
                        .filter(header -> header.getValue() != null)
                        .collect(Collectors.toUnmodifiableMap(Map.Entry::getKey, Map.Entry::getValue));
    }
}
