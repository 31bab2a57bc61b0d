package dev.callautomation.camel.internal.security;

import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.List;

import com.nimbusds.jwt.JWTClaimsSet;

/**
 * Rules for the claims of an issuer's tokens.
 *
 * @param audience       required audience
 * @param audienceOption option that configures it, for messages
 * @param application    required client application; {@code null} if the issuer names none
 * @param skew           tolerated difference between the clocks of issuer and receiver
 */
record TokenRules(String audience, String audienceOption, String application, Duration skew) {

    /** Checks times first, then audience and application. */
    AuthenticationResult check(JWTClaimsSet claims, Instant now) {
        Date expires = claims.getExpirationTime();
        if (expires == null) {
            return AuthenticationResult.unauthorized("its token never expires (no exp)");
        }
        if (expires.toInstant().plus(skew).isBefore(now)) {
            return AuthenticationResult.unauthorized(
                    "its token expired at " + expires.toInstant() + ", and it is " + now);
        }
        Date from = claims.getNotBeforeTime();
        if (from != null && from.toInstant().minus(skew).isAfter(now)) {
            return AuthenticationResult.unauthorized(
                    "its token is not valid before " + from.toInstant() + ", and it is " + now);
        }
        List<String> audiences = claims.getAudience();
        if (audiences.stream().noneMatch(one -> Guid.same(audience, one))) {
            return AuthenticationResult.forbidden("its token is for " + UntrustedText.quote(audiences)
                    + ", not for the " + audienceOption + " '" + audience + "'");
        }
        if (application != null && !Guid.same(application, application(claims))) {
            return AuthenticationResult.forbidden("its token was given to the application "
                    + UntrustedText.quote(application(claims)) + ", not to the eventGridAppId '" + application
                    + "'");
        }
        return AuthenticationResult.TRUSTED;
    }

    /** Tokens of Microsoft Entra have it as azp in version 2 and as appid in version 1. */
    private static String application(JWTClaimsSet claims) {
        Object name = claims.getClaim("azp") != null ? claims.getClaim("azp") : claims.getClaim("appid");
        return name == null ? null : name.toString();
    }
}
