package dev.callautomation.camel.test;

import com.fasterxml.jackson.databind.JsonNode;

/** A line of the file of a call. Bodies are {@code MissingNode} if there are none. */
sealed interface RecordedEntry {

    /** Milliseconds since the first entry of the file. */
    long at();

    /** As a line of a report. */
    String description();

    /** @param type without its prefix */
    record Event(long at, String type, JsonNode body) implements RecordedEntry {

        @Override
        public String description() {
            return "event     " + type;
        }

        /** Whether Event Grid delivers it. */
        boolean ofEventGrid() {
            return body.has("eventType") || !body.path("data").has("callConnectionId");
        }
    }

    /** @param number identifies the request in its file */
    record Request(long at, long number, String operation, String method, String path, JsonNode body)
            implements RecordedEntry {

        @Override
        public String description() {
            return "request   " + operation;
        }
    }

    /** @param status 0 if there was no response */
    record Response(long at, long number, String operation, int status, JsonNode body) implements RecordedEntry {

        @Override
        public String description() {
            return "response  " + operation + " " + (status == 0 ? "none" : status);
        }
    }
}
