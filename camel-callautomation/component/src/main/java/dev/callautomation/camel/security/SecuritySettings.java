package dev.callautomation.camel.security;

import java.time.Duration;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Who may deliver events. Two that are equal let the same deliveries in.
 *
 * @param mode              whether that is checked at all; if not, the rest has no meaning
 * @param resourceId        whom the service's tokens must be for; {@code null} if its callbacks are not wanted
 * @param callbackAuthority who issues the service's tokens
 * @param clockSkew         how far clocks may differ
 * @param secret            what Event Grid shows in its address; may be {@code null}
 * @param entra             the tokens of Event Grid; may be {@code null}
 * @param subscriptions     names or topics whose handshakes are answered, in lower case; empty for all
 * @param origins           senders whose handshakes are answered, in lower case; empty for all
 */
public record SecuritySettings(
        CallbackSecurity mode,
        String resourceId,
        Authority callbackAuthority,
        Duration clockSkew,
        String secret,
        EntraSettings entra,
        Set<String> subscriptions,
        Set<String> origins) {

    private static final Duration LARGEST_SKEW = Duration.ofMinutes(5);

    /**
     * Reads the options of the same names.
     *
     * @throws IllegalArgumentException if an option is wrong, or nothing says who may deliver
     */
    public static SecuritySettings of(SecurityOptions options) {
        CallbackSecurity mode = options.getCallbackSecurity();
        if (mode == CallbackSecurity.none) {
            return new SecuritySettings(mode, null, null, Duration.ZERO, null, null, Set.of(), Set.of());
        }
        String resourceId = blankToNull(options.getResourceId());
        String secret = blankToNull(options.getEventGridSecret());
        EntraSettings entra = entra(options);
        if (resourceId == null && secret == null && entra == null) {
            throw new IllegalArgumentException("Nothing says who may deliver events. Set resourceId to the immutable"
                    + " resource id, which the Azure portal shows on the resource's page Properties, so that the"
                    + " service's tokens are checked; or set callbackSecurity=none to take events from anybody who can"
                    + " reach this address");
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
                Authority.parse("callbackAuthority", options.getCallbackAuthority()),
                skew,
                secret,
                entra,
                list(options.getEventGridSubscriptions()),
                list(options.getEventGridOrigins()));
    }

    private static EntraSettings entra(SecurityOptions options) {
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
            // names such as common or organizations would let the tokens of any tenant in
            throw new IllegalArgumentException("The option eventGridTenantId must be a tenant's id, such as"
                    + " 3aa4a235-b6e2-48d5-9195-7fcf05b459b0, not a name");
        }
        String application = blankToNull(options.getEventGridAppId());
        if (application == null || !Guid.is(application)) {
            throw new IllegalArgumentException("The option eventGridAppId must be the id of an application");
        }
        return new EntraSettings(
                Authority.parse("eventGridAuthority", options.getEventGridAuthority()),
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

    /** Whether deliveries of anybody are taken. */
    public boolean open() {
        return mode == CallbackSecurity.none;
    }

    /** Whether the events of calls can come in. */
    public boolean takesCallbacks() {
        return open() || resourceId != null;
    }

    /** Whether the events of Event Grid can come in. */
    public boolean takesEventGrid() {
        return open() || secret != null || entra != null;
    }

    /** Leaves the secret out. */
    @Override
    public String toString() {
        return "SecuritySettings[" + mode + "]";
    }
}
