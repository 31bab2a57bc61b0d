package dev.callautomation.camel.internal.security;

import java.time.Duration;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import dev.callautomation.camel.CallAutomationConfiguration;
import dev.callautomation.camel.CallbackAuthentication;
import dev.callautomation.camel.internal.support.OptionNames;

/**
 * Options of the authentication of deliveries. Equal ones accept the same deliveries.
 *
 * @param mode              whether deliveries are authenticated; if not, the rest has no meaning
 * @param resourceId        audience of the service's tokens; {@code null} if callbacks are not accepted
 * @param callbackSecrets   secrets in callback URIs; empty if none is required
 * @param callbackIssuer    issuer of the service's tokens
 * @param clockSkew         tolerated difference of clocks
 * @param eventGridSecrets  secrets in the address of Event Grid's subscription; empty if none is accepted
 * @param entra             rules for the tokens of Event Grid; may be {@code null}
 * @param subscriptions     names or topics whose handshakes are answered, in lower case; empty for all
 * @param origins           senders whose handshakes are answered, in lower case; empty for all
 */
public record SecuritySettings(
        CallbackAuthentication mode,
        String resourceId,
        List<String> callbackSecrets,
        Authority callbackIssuer,
        Duration clockSkew,
        List<String> eventGridSecrets,
        EntraSettings entra,
        Set<String> subscriptions,
        Set<String> origins) {

    /** The option, and the query parameter of callback URIs. */
    public static final String CALLBACK_SECRET = "callbackSecret";

    private static final String EVENT_GRID_SECRET = "eventGridSecret";
    private static final Duration LARGEST_SKEW = Duration.ofMinutes(5);

    /**
     * Reads the options of the same names.
     *
     * @param  names                    what messages call the options
     * @throws IllegalArgumentException if an option is wrong, or the authentication is not configured
     */
    public static SecuritySettings of(CallAutomationConfiguration options, OptionNames names) {
        CallbackAuthentication mode = options.getCallbackAuthentication();
        List<String> callbackSecrets = SharedSecret.values(CALLBACK_SECRET, options.getCallbackSecret());
        List<String> eventGridSecrets = SharedSecret.values(EVENT_GRID_SECRET, options.getEventGridSecret());
        if (mode == CallbackAuthentication.NONE) {
            return new SecuritySettings(
                    mode, null, callbackSecrets, null, Duration.ZERO, eventGridSecrets, null, Set.of(), Set.of());
        }
        String resourceId = blankToNull(options.getResourceId());
        EntraSettings entra = entra(options, names);
        if (resourceId == null && eventGridSecrets.isEmpty() && entra == null) {
            throw new IllegalArgumentException(
                    "The authentication of deliveries is not configured. Set " + names.of("resourceId")
                            + " to the immutable resource id, which the Azure portal shows on the resource's page Properties, so that the"
                            + " service's tokens are validated, and " + names.of(EVENT_GRID_SECRET)
                            + " to the code in the address of Event Grid's subscription; or set "
                            + names.of("callbackAuthentication")
                            + "=NONE to accept events from any sender that can connect to callbackPath");
        }
        if (resourceId != null && !Guid.is(resourceId)) {
            throw new IllegalArgumentException(
                    "The value of " + names.of("resourceId") + " must be the immutable resource id, such as"
                            + " 7f4b7a2e-3c55-4d3f-9a51-0c6f1f2d8b10, which the Azure portal shows on the resource's page"
                            + " Properties; it is not the path that starts with /subscriptions/");
        }
        if (resourceId == null && !callbackSecrets.isEmpty()) {
            throw new IllegalArgumentException("The option callbackSecret is required in addition to the tokens of the"
                    + " service, which are not accepted: set " + names.of("resourceId") + ", too; or set "
                    + names.of("callbackAuthentication") + "=NONE to require the secret alone");
        }
        Duration skew = Duration.ofMillis(options.getClockSkew());
        if (skew.isNegative() || skew.compareTo(LARGEST_SKEW) > 0) {
            throw new IllegalArgumentException("The option clockSkew must be between 0 and " + LARGEST_SKEW.toMillis()
                    + " ms, but it is " + skew.toMillis() + " ms");
        }
        return new SecuritySettings(
                mode,
                resourceId,
                callbackSecrets,
                Authority.parse("callbackIssuer", options.getCallbackIssuer()),
                skew,
                eventGridSecrets,
                entra,
                list(options.getEventGridAllowedSubscriptions()),
                list(options.getEventGridAllowedOrigins()));
    }

    private static EntraSettings entra(CallAutomationConfiguration options, OptionNames names) {
        String tenant = blankToNull(options.getEventGridTenantId());
        String audience = blankToNull(options.getEventGridAudience());
        if (tenant == null && audience == null) {
            return null;
        }
        if (tenant == null || audience == null) {
            throw new IllegalArgumentException(
                    "Set " + names.of(tenant == null ? "eventGridTenantId" : "eventGridAudience")
                            + ", too; the tokens of Event Grid are checked by eventGridTenantId and eventGridAudience");
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

    /**
     * The secret that callback URIs are completed with, the first one of the option; {@code null} if it is not set.
     *
     * @throws IllegalArgumentException if it could be guessed, or would change in an address
     */
    public static String callbackSecret(CallAutomationConfiguration options) {
        return SharedSecret.values(CALLBACK_SECRET, options.getCallbackSecret()).stream()
                .findFirst()
                .orElse(null);
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

    /**
     * The settings of several users of a path: the same ones, with the secrets of all, so that secrets can be changed for one
     * user after another.
     *
     * @throws IllegalArgumentException if they differ in anything but secrets; the message names the options
     */
    public static SecuritySettings union(String path, Collection<SecuritySettings> all) {
        SecuritySettings first = all.iterator().next();
        for (SecuritySettings other : all) {
            List<String> differences = first.differences(other);
            if (!differences.isEmpty()) {
                throw new IllegalArgumentException(
                        "All consumers of a component, and its operations that wait for events,"
                                + " share the path " + path
                                + " and must agree on the authentication of deliveries, but they differ in "
                                + String.join(", ", differences)
                                + "; set these options on the component, not on endpoints");
            }
        }
        return new SecuritySettings(
                first.mode,
                first.resourceId,
                secrets(all, SecuritySettings::callbackSecrets),
                first.callbackIssuer,
                first.clockSkew,
                secrets(all, SecuritySettings::eventGridSecrets),
                first.entra,
                first.subscriptions,
                first.origins);
    }

    /** Whether deliveries can be authenticated by both. */
    public boolean agrees(SecuritySettings other) {
        return differences(other).isEmpty();
    }

    private static List<String> secrets(
            Collection<SecuritySettings> all, Function<SecuritySettings, List<String>> secrets) {
        return all.stream()
                .flatMap(one -> secrets.apply(one).stream())
                .distinct()
                .toList();
    }

    private List<String> differences(SecuritySettings other) {
        if (mode != other.mode) {
            // the others have no meaning for one of the two
            return List.of("callbackAuthentication");
        }
        Map<String, Boolean> same = new LinkedHashMap<>();
        same.put("resourceId", Objects.equals(resourceId, other.resourceId));
        // one without a secret would make that of the others ineffective, or be refused by it
        same.put(CALLBACK_SECRET, callbackSecrets.isEmpty() == other.callbackSecrets.isEmpty());
        same.put("callbackIssuer", Objects.equals(callbackIssuer, other.callbackIssuer));
        same.put("clockSkew", clockSkew.equals(other.clockSkew));
        same.put(EVENT_GRID_SECRET, eventGridSecrets.isEmpty() == other.eventGridSecrets.isEmpty());
        same.put(
                "the options of Event Grid's tokens (eventGridTenantId and others)",
                Objects.equals(entra, other.entra));
        same.put("eventGridAllowedSubscriptions", subscriptions.equals(other.subscriptions));
        same.put("eventGridAllowedOrigins", origins.equals(other.origins));
        return same.entrySet().stream()
                .filter(option -> !option.getValue())
                .map(Map.Entry::getKey)
                .toList();
    }

    /** The settings of tokens alone; equal ones need the same keys. */
    SecuritySettings ofTokens() {
        return new SecuritySettings(
                mode, resourceId, List.of(), callbackIssuer, clockSkew, List.of(), entra, Set.of(), Set.of());
    }

    /** Whether deliveries are accepted without authentication. */
    public boolean open() {
        return mode == CallbackAuthentication.NONE && callbackSecrets.isEmpty();
    }

    /** Whether callbacks can be authenticated. */
    public boolean takesCallbacks() {
        return mode == CallbackAuthentication.NONE || resourceId != null;
    }

    /** Whether deliveries of Event Grid can be authenticated. */
    public boolean takesEventGrid() {
        return mode == CallbackAuthentication.NONE || !eventGridSecrets.isEmpty() || entra != null;
    }

    /** Required in addition to a token of the service, or instead of it if senders need none. */
    Optional<SharedSecret> callbackSecret() {
        return secret(CALLBACK_SECRET, CALLBACK_SECRET, callbackSecrets);
    }

    /** Accepted for deliveries of Event Grid. */
    Optional<SharedSecret> eventGridSecret() {
        return secret(EVENT_GRID_SECRET, "code", eventGridSecrets);
    }

    private static Optional<SharedSecret> secret(String option, String parameter, List<String> values) {
        return values.isEmpty() ? Optional.empty() : Optional.of(new SharedSecret(option, parameter, values));
    }

    /** Leaves the secrets out. */
    @Override
    public String toString() {
        return "SecuritySettings[" + mode + "]";
    }
}
