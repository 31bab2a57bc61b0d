package dev.callautomation.simulator.timeline;

/**
 * How much is kept; the oldest is dropped first.
 *
 * @param entriesPerCall of one call
 * @param entries of all calls
 * @param contentsPerCall entries of one call whose content is kept
 * @param contentBytes about how many bytes the contents of all calls take
 * @param requests requests of all calls
 * @param requestBytes characters of their bodies
 */
public record TimelineLimits(
        int entriesPerCall, int entries, int contentsPerCall, long contentBytes, int requests, long requestBytes) {

    private static final long MEGABYTE = 1024L * 1024;

    /** Those of a simulator; what concerns a single call or requests is fixed. */
    public static TimelineLimits of(int entries, int contentMegabytes) {
        return new TimelineLimits(1_000, entries, 200, contentMegabytes * MEGABYTE, 20_000, 16 * MEGABYTE);
    }
}
