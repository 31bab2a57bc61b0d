package dev.callautomation.camel.internal.ingress;

import java.io.IOException;
import java.util.Arrays;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.databind.node.ObjectNode;

/**
 * An event as a range of the bytes of its delivery. The bytes are known to be valid JSON within the limits of the parser. An
 * event that is half of its delivery or more keeps all bytes of the delivery in memory, at most twice its own; a smaller one
 * has a copy.
 *
 * @param json       not to be changed
 * @param offset     of the event, an object
 * @param length     of the event
 * @param dataOffset of the data of the event, an object
 * @param dataLength of the data of the event
 */
record EventBytes(byte[] json, int offset, int length, int dataOffset, int dataLength) {

    /** Smaller ranges are copied: a delivery may have thousands of events, of which one is kept longest. */
    static EventBytes of(byte[] body, int start, int end, int dataStart, int dataEnd) {
        int length = end - start;
        return length >= body.length / 2
                ? new EventBytes(body, start, length, dataStart, dataEnd - dataStart)
                : new EventBytes(
                        Arrays.copyOfRange(body, start, end), 0, length, dataStart - start, dataEnd - dataStart);
    }

    /** The whole event, as it was received. */
    byte[] copy() {
        return Arrays.copyOfRange(json, offset, offset + length);
    }

    /** The whole event. */
    ObjectNode tree() {
        return tree(offset, length);
    }

    ObjectNode dataTree() {
        return tree(dataOffset, dataLength);
    }

    JsonParser dataParser() throws IOException {
        return EventParser.MAPPER.createParser(json, dataOffset, dataLength);
    }

    private ObjectNode tree(int from, int size) {
        try {
            return (ObjectNode) EventParser.MAPPER.readTree(json, from, size);
        } catch (IOException e) {
            throw new IllegalStateException("An event that was parsed before cannot be parsed", e);
        }
    }
}
