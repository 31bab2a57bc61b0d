package dev.callautomation.camel.internal.security;

import java.time.Instant;

import dev.callautomation.camel.internal.support.Availability;

/**
 * Whether the keys of an issuer can be fetched.
 *
 * @param issuer   the name of the issuer
 * @param status   by the last attempt to fetch them
 * @param fetched  when they were fetched last; {@code null} if they have not been
 * @param expires  until when those that were fetched are in use if they are not fetched again; {@code null} if none are in use
 */
public record KeyStatus(String issuer, Availability.Status status, Instant fetched, Instant expires) {}
