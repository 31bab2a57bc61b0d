package dev.callautomation.camel.model;

import java.util.Map;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.jspecify.annotations.Nullable;

/**
 * Details of the caller that a Teams user sees.
 *
 * @param caller the caller
 * @param name the caller's name
 * @param phoneNumber the caller's number
 * @param recordId a record in the company's systems; may be {@code null}
 * @param screenPopUrl a page to open; may be {@code null}
 * @param isAuthenticated whether the caller is authenticated; may be {@code null}
 * @param additionalCallerInformation at most 10 entries; may be {@code null}
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record TeamsPhoneCallerDetails(
        CommunicationIdentifier caller,
        String name,
        String phoneNumber,
        @Nullable String recordId,
        @Nullable String screenPopUrl,
        @Nullable Boolean isAuthenticated,
        @Nullable Map<String, String> additionalCallerInformation) {
    public TeamsPhoneCallerDetails {
        additionalCallerInformation =
                additionalCallerInformation == null ? null : Map.copyOf(additionalCallerInformation);
    }
}
