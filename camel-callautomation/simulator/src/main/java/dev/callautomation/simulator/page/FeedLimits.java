package dev.callautomation.simulator.page;

/**
 * Bounds of the feed.
 *
 * @param clients that are connected at once
 * @param waiting messages that wait for one client whose connection is full
 * @param history messages kept for clients that continue
 * @param bytes about how many bytes the messages take that are kept, and those that wait for one client
 * @param comparisonMillis pause between two comparisons of the state; longer when comparing takes long
 * @param heartbeatMillis between two comments
 * @param pauseMillis how long messages are kept after the last client has left; then the timeline is not listened to
 */
record FeedLimits(
        int clients,
        int waiting,
        int history,
        long bytes,
        long comparisonMillis,
        long heartbeatMillis,
        long pauseMillis) {

    static final FeedLimits DEFAULT = new FeedLimits(16, 2_000, 2_000, 8L * 1024 * 1024, 100, 15_000, 60_000);
}
