package dev.callautomation.camel.model;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.jspecify.annotations.Nullable;

/**
 * Details of a call that a Teams user sees.
 *
 * @param teamsPhoneCallerDetails the caller
 * @param teamsPhoneSourceDetails the source of the call
 * @param sessionId may be {@code null}
 * @param intent may be {@code null}
 * @param callTopic at most 48 characters; may be {@code null}
 * @param callContext may be {@code null}
 * @param transcriptUrl may be {@code null}
 * @param callSentiment may be {@code null}
 * @param suggestedActions may be {@code null}
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record TeamsPhoneCallDetails(
        TeamsPhoneCallerDetails teamsPhoneCallerDetails,
        TeamsPhoneSourceDetails teamsPhoneSourceDetails,
        @Nullable String sessionId,
        @Nullable String intent,
        @Nullable String callTopic,
        @Nullable String callContext,
        @Nullable String transcriptUrl,
        @Nullable String callSentiment,
        @Nullable String suggestedActions) {}
