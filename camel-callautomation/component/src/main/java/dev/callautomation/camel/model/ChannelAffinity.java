package dev.callautomation.camel.model;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.jspecify.annotations.Nullable;

/**
 * Assigns a participant a channel of an unmixed recording.
 *
 * @param channel the channel, 0 to 4; may be {@code null}
 * @param participant the participant on the channel
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record ChannelAffinity(@Nullable Integer channel, CommunicationIdentifier participant) {}
