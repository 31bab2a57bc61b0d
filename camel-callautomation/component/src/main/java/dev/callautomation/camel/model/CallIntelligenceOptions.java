package dev.callautomation.camel.model;

import com.fasterxml.jackson.annotation.JsonInclude;

/**
 * AI services for a call.
 *
 * @param cognitiveServicesEndpoint the endpoint of the Azure AI services resource, {@code https://...}
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record CallIntelligenceOptions(String cognitiveServicesEndpoint) {}
