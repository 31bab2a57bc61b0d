package dev.callautomation.examples.contactcenter.crm;

import java.util.List;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonProperty;

/** What Salesforce answers to a SOQL query, as far as the routes read it. */
@JsonIgnoreProperties(ignoreUnknown = true)
record QueryResult(List<Row> records) {

    static final QueryResult NOTHING = new QueryResult(List.of());

    /** A record; the name is there only if the query asked for it. */
    @JsonIgnoreProperties(ignoreUnknown = true)
    record Row(
            @JsonProperty("Id") String id,
            @JsonProperty("Name") String name) {}

    boolean isEmpty() {
        return records.isEmpty();
    }

    Row first() {
        return records.get(0);
    }
}
