package dev.callautomation.camel.internal.observation;

import java.time.Instant;

/**
 * A call of which this node has received events, and not its end.
 *
 * @param callConnectionId as sent; not for logs without escaping
 * @param since            when its first event was received by this node
 * @param lastEvent        type of its last event, without prefix; {@code other} if it is not known
 * @param lastEventTime    when that was received
 */
public record CallInProgress(String callConnectionId, Instant since, String lastEvent, Instant lastEventTime) {}
