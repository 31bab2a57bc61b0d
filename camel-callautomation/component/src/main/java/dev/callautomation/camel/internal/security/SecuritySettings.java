package dev.callautomation.camel.internal.security;

import java.time.Duration;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import dev.callautomation.camel.CallAutomationConfiguration;
import dev.callautomation.camel.CallbackAuthentication;

/**
 * Options of the authentication of deliveries. Equal ones accept the same deliveries.
 *
 * @param mode              whether deliveries are authenticated; if not, the rest has no meaning
 * @param resourceId        audience of the service's tokens; {@code null} if callbacks are not accepted
 * @param callbackIssuer    issuer of the service's tokens
 * @param clockSkew         tolerated difference of clocks
 * @param secret            secret in the address of Event Grid's subscription; may be {@code null}
 * @param entra             rules for the tokens of Event Grid; may be {@code null}
 * @param subscriptions     names or topics whose handshakes are answered, in lower case; empty for all
 * @param origins           senders whose handshakes are answered, in lower case; empty for all
 */
public record SecuritySettings(
        CallbackAuthentication mode,
        String resourceId,
        Authority callbackIssuer,
        Duration clockSkew,
        String secret,
        EntraSettings entra,
        Set<String> subscriptions,
        Set<String> origins) {

    private static final Duration LARGEST_SKEW = Duration.ofMinutes(5);

    /**
     * Reads the options of the same names.
     *
     * @throws IllegalArgumentException if an option is wrong, or the authentication is not configured
     */
    public static SecuritySettings of(CallAutomationConfiguration options) {
        CallbackAuthentication mode = options.getCallbackAuthentication();
        if (mode == CallbackAuthentication.NONE) {
            return new SecuritySettings(mode, null, null, Duration.ZERO, null, null, Set.of(), Set.of());
        }
        String resourceId = blankToNull(options.getResourceId());
        String secret = blankToNull(options.getEventGridSecret());
        EntraSettings entra = entra(options);
        if (resourceId == null && secret == null && entra == null) {
            throw new IllegalArgumentException(
                    "The authentication of deliveries is not configured. Set resourceId to the immutable"
                            + " resource id, which the Azure portal shows on the resource's page Properties, so that the"
                            + " service's tokens are validated; or set callbackAuthentication=NONE to accept events from any sender that"
                            + " can connect to callbackPath");
        }
        if (resourceId != null && !Guid.is(resourceId)) {
            throw new IllegalArgumentException("The option resourceId must be the immutable resource id, such as"
                    + " 7f4b7a2e-3c55-4d3f-9a51-0c6f1f2d8b10, which the Azure portal shows on the resource's page"
                    + " Properties; it is not the path that starts with /subscriptions/");
        }
        if (secret != null) {
            SharedSecret.check(secret);
        }
        Duration skew = Duration.ofMillis(options.getClockSkew());
        if (skew.isNegative() || skew.compareTo(LARGEST_SKEW) > 0) {
            throw new IllegalArgumentException("The option clockSkew must be between 0 and " + LARGEST_SKEW.toMillis()
                    + " ms, but it is " + skew.toMillis() + " ms");
        }
        return new SecuritySettings(
                mode,
                resourceId,
                Authority.parse("callbackIssuer", options.getCallbackIssuer()),
                skew,
                secret,
                entra,
                list(options.getEventGridAllowedSubscriptions()),
                list(options.getEventGridAllowedOrigins()));
    }

    private static EntraSettings entra(CallAutomationConfiguration options) {
        String tenant = blankToNull(options.getEventGridTenantId());
        String audience = blankToNull(options.getEventGridAudience());
        if (tenant == null && audience == null) {
            return null;
        }
        if (tenant == null || audience == null) {
            throw new IllegalArgumentException(
                    "The option " + (tenant == null ? "eventGridTenantId" : "eventGridAudience")
                            + " is missing; the tokens of Event Grid are checked by eventGridTenantId and eventGridAudience");
        }
        if (!Guid.is(tenant)) {
            // names such as common or organizations would make the tokens of any tenant valid
            throw new IllegalArgumentException("The option eventGridTenantId must be a tenant's id, such as"
                    + " 3aa4a235-b6e2-48d5-9195-7fcf05b459b0, not a name");
        }
        String application = blankToNull(options.getEventGridAppId());
        if (application == null || !Guid.is(application)) {
            throw new IllegalArgumentException("The option eventGridAppId must be the id of an application");
        }
        return new EntraSettings(
                Authority.parse("eventGridIssuer", options.getEventGridIssuer()),
                tenant.toLowerCase(Locale.ROOT),
                audience,
                application);
    }

    private static String blankToNull(String text) {
        return text == null || text.isBlank() ? null : text.trim();
    }

    private static Set<String> list(String text) {
        return text == null
                ? Set.of()
                : Stream.of(text.split(","))
                        .map(entry -> entry.trim().toLowerCase(Locale.ROOT))
                        .filter(entry -> !entry.isEmpty())
                        .collect(Collectors.toUnmodifiableSet());
    }

    /** Whether deliveries are accepted without authentication. */
    public boolean open() {
        return mode == CallbackAuthentication.NONE;
    }

    /** Whether callbacks can be authenticated. */
    public boolean takesCallbacks() {
        return open() || resourceId != null;
    }

    /** Whether deliveries of Event Grid can be authenticated. */
    public boolean takesEventGrid() {
        return open() || secret != null || entra != null;
    }

    /** Leaves the secret out. */
    @Override
    public String toString() {
        return "SecuritySettings[" + mode + "]";
    }
}
