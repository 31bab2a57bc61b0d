package dev.callautomation.camel.model;

import java.util.List;

import com.fasterxml.jackson.annotation.JsonInclude;

/**
 * The media stream of a call.
 *
 * @param id the id of the subscription
 * @param state {@code disabled}, {@code inactive} or {@code active}
 * @param subscribedContentTypes {@code audio}
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record MediaStreamingSubscription(String id, String state, List<String> subscribedContentTypes) {
    public MediaStreamingSubscription {
        subscribedContentTypes = subscribedContentTypes == null ? List.of() : List.copyOf(subscribedContentTypes);
    }
}
