package dev.callautomation.camel.model;

import java.util.Map;

import com.fasterxml.jackson.annotation.JsonInclude;

/**
 * What travels with an invitation: VoIP headers for users, SIP headers for phones.
 *
 * @param voipHeaders at most 1,000; may be {@code null}
 * @param sipHeaders {@code User-To-User} and at most 5 more named {@code X-MS-Custom-...} or {@code X-...}; may be {@code null}
 * @param teamsPhoneCallDetails what a Teams user is shown of the call; may be {@code null}
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record CustomCallingContext(
        Map<String, String> voipHeaders, Map<String, String> sipHeaders, TeamsPhoneCallDetails teamsPhoneCallDetails) {
    public CustomCallingContext {
        voipHeaders = voipHeaders == null ? null : Map.copyOf(voipHeaders);
        sipHeaders = sipHeaders == null ? null : Map.copyOf(sipHeaders);
    }
}
