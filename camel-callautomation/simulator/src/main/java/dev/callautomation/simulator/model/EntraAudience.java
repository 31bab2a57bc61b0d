package dev.callautomation.simulator.model;

/**
 * Lets Event Grid show itself to a webhook by a token of Microsoft Entra ID, of version 2.
 *
 * @param tenantId the tenant that issues it, a GUID
 * @param audience the application that stands for the webhook, its id or its address
 */
public record EntraAudience(String tenantId, String audience) {

    public EntraAudience {
        if (tenantId == null || !Guid.is(tenantId)) {
            throw new IllegalArgumentException(
                    "entra.tenantId must be a GUID such as 3aa4a235-b6e2-48d5-9195-7fcf05b459b0");
        }
        if (audience == null || audience.isBlank()) {
            throw new IllegalArgumentException(
                    "entra.audience must be the id or the address of the application that stands for the webhook");
        }
    }
}
