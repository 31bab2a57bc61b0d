package dev.callautomation.examples.contactcenter.tickets;

import java.util.List;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonProperty;

/** What ServiceNow's Table API answers to a search, as far as the routes read it. */
record IncidentList(List<Row> result) {

    @JsonIgnoreProperties(ignoreUnknown = true)
    record Row(@JsonProperty("sys_id") String sysId) {}

    boolean isEmpty() {
        return result.isEmpty();
    }

    Row first() {
        return result.get(0);
    }
}
