package dev.callautomation.camel.model;

import java.util.Objects;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonInclude;
import org.jspecify.annotations.Nullable;

/**
 * A Microsoft Teams application, such as a resource account's voice app.
 *
 * @param appId the application's id
 * @param cloud the application's cloud; {@code null} means public
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record MicrosoftTeamsAppIdentifier(
        String appId, @Nullable CloudEnvironment cloud) {

    @JsonCreator(mode = JsonCreator.Mode.PROPERTIES)
    public MicrosoftTeamsAppIdentifier {}

    /**
     * @param  rawId                    {@code 28:orgid:<app id>}
     * @throws IllegalArgumentException if that is not the raw id of a Teams application
     */
    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public static MicrosoftTeamsAppIdentifier of(String rawId) {
        MicrosoftTeamsAppIdentifier app = Objects.requireNonNull(CommunicationIdentifier.of(rawId)
                .as(IdentifierKind.MICROSOFT_TEAMS_APP)
                .microsoftTeamsApp());
        // on its own, unlike inside an identifier, the official SDKs leave the public cloud out
        return app.cloud == CloudEnvironment.PUBLIC ? new MicrosoftTeamsAppIdentifier(app.appId, null) : app;
    }
}
