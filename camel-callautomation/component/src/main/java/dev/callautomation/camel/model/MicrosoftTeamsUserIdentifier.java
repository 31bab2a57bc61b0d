package dev.callautomation.camel.model;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.jspecify.annotations.Nullable;

/**
 * A Microsoft Teams user.
 *
 * @param userId      the Entra object id; the visitor's id if anonymous
 * @param isAnonymous whether the user joined without an account; may be {@code null}
 * @param cloud       the user's cloud; {@code null} means public
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record MicrosoftTeamsUserIdentifier(
        String userId,
        @Nullable Boolean isAnonymous,
        @Nullable CloudEnvironment cloud) {}
