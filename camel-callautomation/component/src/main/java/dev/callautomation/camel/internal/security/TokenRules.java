package dev.callautomation.camel.internal.security;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

import com.nimbusds.jwt.JWTClaimsSet;

import dev.callautomation.camel.internal.support.UntrustedText;

/**
 * Rules for the claims of an issuer's tokens.
 *
 * @param sender         sender that they authenticate
 * @param audience       required audience
 * @param audienceOption option that configures it, for messages
 * @param application    required client application; {@code null} if the issuer names none
 * @param lifetime       maximum time from the start to the end of a token
 * @param remaining      maximum time until the end of a token without a start
 * @param skew           tolerated difference between the clocks of issuer and receiver
 */
record TokenRules(
        Sender sender,
        String audience,
        String audienceOption,
        String application,
        Duration lifetime,
        Duration remaining,
        Duration skew) {

    /**
     * Tokens of callbacks are valid for 5 minutes. Those of media streams have the same issuer, keys and audience, but are
     * valid for 24 hours, and are known to every server that the service sends media to.
     */
    private static final Duration SERVICE_LIFETIME = Duration.ofHours(1);

    /** That a token of a callback names its start is not documented; one of a media stream passes in its last minutes only. */
    private static final Duration SERVICE_REMAINING = Duration.ofMinutes(10);

    /** Tokens of media streams are valid for 24 hours; whether one names its start is not documented. */
    private static final Duration STREAM_LIFETIME = Duration.ofHours(25);

    /** Tokens of managed identities are valid for 24 hours; Microsoft Entra dates their start back by 5 minutes. */
    private static final Duration ENTRA_LIFETIME = Duration.ofHours(25);

    static TokenRules service(String resourceId, Duration skew) {
        return new TokenRules(
                Sender.SERVICE, resourceId, "resourceId", null, SERVICE_LIFETIME, SERVICE_REMAINING, skew);
    }

    /** Tokens in the upgrade requests of WebSockets. */
    static TokenRules stream(String resourceId, Duration skew) {
        return new TokenRules(Sender.SERVICE, resourceId, "resourceId", null, STREAM_LIFETIME, STREAM_LIFETIME, skew);
    }

    static TokenRules eventGrid(EntraSettings entra, Duration skew) {
        return new TokenRules(
                Sender.EVENT_GRID,
                entra.audience(),
                "eventGridAudience",
                entra.application(),
                ENTRA_LIFETIME,
                ENTRA_LIFETIME,
                skew);
    }

    /** Checks times first, then audience and application. */
    AuthenticationResult check(JWTClaimsSet claims, Instant now) {
        AuthenticationResult byTime = check(TokenLifetime.of(claims), now);
        if (!byTime.trusted()) {
            return byTime;
        }
        if (claims.getAudience().stream().noneMatch(one -> Guid.same(audience, one))) {
            return AuthenticationResult.refused(
                    RefusalKind.OTHER_RECEIVER,
                    "its token is for " + UntrustedText.quote(claims.getAudience()) + ", not for the " + audienceOption
                            + " '" + audience + "'");
        }
        if (application != null && !Guid.same(application, application(claims))) {
            return AuthenticationResult.refused(
                    RefusalKind.OTHER_APPLICATION,
                    "its token was given to the application " + UntrustedText.quote(application(claims))
                            + ", not to the eventGridAppId '" + application + "'");
        }
        return byTime;
    }

    /** Checks the times alone, of a token whose other claims have been checked. */
    AuthenticationResult check(TokenLifetime token, Instant now) {
        return timeProblem(token, now)
                .map(problem -> AuthenticationResult.refused(RefusalKind.TOKEN_LIFETIME, problem))
                .orElseGet(() -> AuthenticationResult.trusted(sender));
    }

    /** A token without a start is judged by the time that is left. */
    private Optional<String> timeProblem(TokenLifetime token, Instant now) {
        Instant expires = token.expires();
        if (expires == null) {
            return Optional.of("its token never expires (no exp)");
        }
        if (expires.plus(skew).isBefore(now)) {
            return Optional.of("its token expired at " + expires + ", and it is " + now);
        }
        Instant earliest = now.plus(skew);
        if (token.notBefore() != null && token.notBefore().isAfter(earliest)) {
            return Optional.of("its token is not valid before " + token.notBefore() + ", and it is " + now);
        }
        if (token.issued() != null && token.issued().isAfter(earliest)) {
            return Optional.of("its token was issued in the future, at " + token.issued() + ", and it is " + now);
        }
        Instant start = token.start();
        Duration longest = start != null ? lifetime : remaining;
        Instant latest = (start != null ? start : earliest).plus(longest);
        if (expires.isAfter(latest)) {
            return Optional.of("its token is valid for too long: from " + (start == null ? "an unknown time" : start)
                    + " to " + expires + ", more than the " + limit(longest) + " of tokens of this issuer"
                    + (lifetime.equals(SERVICE_LIFETIME)
                            ? " for deliveries; tokens of media streams are not for events"
                            : ""));
        }
        return token.isReversed()
                ? Optional.of("its token expires at " + expires + ", before it is valid")
                : Optional.empty();
    }

    private static String limit(Duration time) {
        return time.toHours() > 0 ? time.toHours() + " h" : time.toMinutes() + " minutes";
    }

    /** Tokens of Microsoft Entra have it as azp in version 2 and as appid in version 1. */
    private static String application(JWTClaimsSet claims) {
        Object name = claims.getClaim("azp") != null ? claims.getClaim("azp") : claims.getClaim("appid");
        return name == null ? null : name.toString();
    }
}
