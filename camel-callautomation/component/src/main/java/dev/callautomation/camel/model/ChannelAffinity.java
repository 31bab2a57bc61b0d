package dev.callautomation.camel.model;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.jspecify.annotations.Nullable;

/**
 * Gives a party a channel of its own in an unmixed recording.
 *
 * @param channel which channel, 0 to 4; may be {@code null}
 * @param participant whose channel it is
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record ChannelAffinity(@Nullable Integer channel, CommunicationIdentifier participant) {}
