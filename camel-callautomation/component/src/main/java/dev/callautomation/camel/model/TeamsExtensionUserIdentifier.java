package dev.callautomation.camel.model;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.jspecify.annotations.Nullable;

/**
 * A Teams user who takes calls through an Azure Communication Services resource (Teams Phone extensibility).
 *
 * @param userId     the Entra object id of the user
 * @param tenantId   the user's tenant
 * @param resourceId the Azure Communication Services resource
 * @param cloud      the user's cloud; {@code null} means public
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record TeamsExtensionUserIdentifier(
        String userId,
        String tenantId,
        String resourceId,
        @Nullable CloudEnvironment cloud) {}
