package dev.callautomation.simulator.rest;

import java.util.concurrent.atomic.AtomicBoolean;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Checks the api-version of a request. Versions are dates, optionally followed by {@code -preview}. */
final class ApiVersions {

    /** The newest version the simulator knows. */
    static final String NEWEST = "2026-03-12";

    private static final Logger LOG = LoggerFactory.getLogger(ApiVersions.class);

    private final boolean strict;
    private final AtomicBoolean warned = new AtomicBoolean();

    ApiVersions(boolean strict) {
        this.strict = strict;
    }

    /** Refuses a missing or malformed version, and a newer one when strict; else warns of newer ones, once. */
    void check(String version) {
        if (NEWEST.equals(version)) {
            return;
        }
        if (version == null || version.isBlank()) {
            throw Body.invalid("the query parameter api-version is required, for example api-version=" + NEWEST);
        }
        if (!version.matches("20\\d\\d-\\d\\d-\\d\\d(-preview)?")) {
            throw Body.invalid("api-version must be a date such as " + NEWEST);
        }
        if (version.substring(0, NEWEST.length()).compareTo(NEWEST) <= 0) {
            return;
        }
        if (strict) {
            throw Body.invalid(
                    "api-version " + version + " is newer than " + NEWEST + ", the newest one this simulator knows");
        }
        if (warned.compareAndSet(false, true)) {
            LOG.warn("api-version {} is newer than {}; requests are treated as {}", version, NEWEST, NEWEST);
        }
    }
}
