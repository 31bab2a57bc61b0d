package dev.callautomation.examples.contactcenter.crm;

import java.util.List;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonProperty;

/** The part of Salesforce's response to a SOQL query that the routes read. */
@JsonIgnoreProperties(ignoreUnknown = true)
record QueryResult(List<Row> records) {

    static final QueryResult NOTHING = new QueryResult(List.of());

    /** A record; the name is present only if the query selects it. */
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
