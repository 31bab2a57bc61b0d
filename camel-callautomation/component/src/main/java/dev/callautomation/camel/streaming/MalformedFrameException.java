package dev.callautomation.camel.streaming;

import java.util.stream.Collectors;

import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.JsonMappingException.Reference;

/**
 * A message is not a frame of the service. The text contains the position of the error but no content, which may be
 * private.
 */
public final class MalformedFrameException extends IllegalArgumentException {

    MalformedFrameException(String message) {
        super(message);
    }

    static MalformedFrameException noJson(JsonProcessingException e) {
        return new MalformedFrameException("The message is not a frame: it is not valid JSON" + at(e.getLocation()));
    }

    /** @param member the one of the frame that was read */
    static MalformedFrameException badMember(String kind, String member, JsonMappingException e) {
        String path = e.getPath().stream().map(MalformedFrameException::step).collect(Collectors.joining());
        return new MalformedFrameException("The frame of kind " + kind + " cannot be read: " + member + path
                + " is not what it should be" + at(e.getLocation()));
    }

    private static String step(Reference step) {
        return step.getFieldName() == null ? "[" + step.getIndex() + "]" : "." + step.getFieldName();
    }

    private static String at(JsonLocation location) {
        return location == null ? "" : ", line " + location.getLineNr() + ", column " + location.getColumnNr();
    }
}
