package dev.callautomation.camel.security;

import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.List;

import com.nimbusds.jwt.JWTClaimsSet;

/**
 * What the claims of an issuer's tokens must say.
 *
 * @param audience       whom tokens must be for
 * @param audienceOption the option that says so, for messages
 * @param application    the application that must have asked for the token; {@code null} if the issuer names none
 * @param skew           how far the clocks of issuer and receiver may differ
 */
record TokenRules(String audience, String audienceOption, String application, Duration skew) {

    /** Looks at times first, and last at those who are right but mean somebody else. */
    Verdict check(JWTClaimsSet claims, Instant now) {
        Date expires = claims.getExpirationTime();
        if (expires == null) {
            return Verdict.unauthorized("its token never expires (no exp)");
        }
        if (expires.toInstant().plus(skew).isBefore(now)) {
            return Verdict.unauthorized("its token expired at " + expires.toInstant() + ", and it is " + now);
        }
        Date from = claims.getNotBeforeTime();
        if (from != null && from.toInstant().minus(skew).isAfter(now)) {
            return Verdict.unauthorized("its token is not valid before " + from.toInstant() + ", and it is " + now);
        }
        List<String> audiences = claims.getAudience();
        if (audiences.stream().noneMatch(one -> Guid.same(audience, one))) {
            return Verdict.forbidden("its token is for " + Foreign.quote(audiences) + ", not for the " + audienceOption
                    + " '" + audience + "'");
        }
        if (application != null && !Guid.same(application, application(claims))) {
            return Verdict.forbidden("its token was given to the application "
                    + Foreign.quote(application(claims)) + ", not to the eventGridAppId '" + application
                    + "'");
        }
        return Verdict.TRUSTED;
    }

    /** Tokens of Microsoft Entra have it as azp in version 2 and as appid in version 1. */
    private static String application(JWTClaimsSet claims) {
        Object name = claims.getClaim("azp") != null ? claims.getClaim("azp") : claims.getClaim("appid");
        return name == null ? null : name.toString();
    }
}
