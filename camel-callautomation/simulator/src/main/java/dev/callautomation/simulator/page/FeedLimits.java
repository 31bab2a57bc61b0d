package dev.callautomation.simulator.page;

/**
 * Bounds of the feed.
 *
 * @param clients that are connected at once
 * @param waiting messages that wait for one client whose connection is full
 * @param history messages kept for clients that continue
 * @param comparisonMillis pause between two comparisons of the state; longer when comparing takes long
 * @param heartbeatMillis between two comments
 */
record FeedLimits(int clients, int waiting, int history, long comparisonMillis, long heartbeatMillis) {

    static final FeedLimits DEFAULT = new FeedLimits(16, 2_000, 2_000, 100, 15_000);
}
