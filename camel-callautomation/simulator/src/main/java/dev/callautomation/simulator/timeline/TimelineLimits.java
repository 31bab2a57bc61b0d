package dev.callautomation.simulator.timeline;

/**
 * How much is kept; the oldest is dropped first.
 *
 * @param entriesPerCall of one call
 * @param entries of all calls
 * @param entryBytes about how many bytes their texts and details take, those that wait for listeners as many again
 * @param contentsPerCall entries of one call whose content is kept
 * @param contentBytes about how many bytes the contents of all calls take
 * @param requests requests of all calls
 * @param requestBytes characters of their bodies
 */
public record TimelineLimits(
        int entriesPerCall,
        int entries,
        long entryBytes,
        int contentsPerCall,
        long contentBytes,
        int requests,
        long requestBytes) {

    private static final long MEGABYTE = 1024L * 1024;

    /** More than entries of most calls have, so that their number is what bounds them. */
    private static final long BYTES_OF_AN_ENTRY = 512;

    /** Those of a simulator; what concerns a single call or requests is fixed. */
    public static TimelineLimits of(int entries, int contentMegabytes) {
        return new TimelineLimits(
                1_000, entries, entries * BYTES_OF_AN_ENTRY, 200, contentMegabytes * MEGABYTE, 20_000, 16 * MEGABYTE);
    }
}
