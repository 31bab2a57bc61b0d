package dev.callautomation.camel.internal.operation;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

import dev.callautomation.camel.model.RecordedFiles;
import dev.callautomation.camel.model.RecordingChunk;

/**
 * The file of a recording that an operation is for. The message body may be the file, or an event with a single one.
 *
 * @param chunks the files in the message body; may be empty
 */
record RecordedFile(OperationInputs inputs, List<RecordingChunk> chunks) {

    static RecordedFile of(OperationInputs inputs) {
        Object body = inputs.exchange().getMessage().getBody();
        if (body instanceof RecordingChunk chunk) {
            return new RecordedFile(inputs, List.of(chunk));
        }
        return body instanceof RecordedFiles files && files.recordingStorageInfo() != null
                ? new RecordedFile(inputs, files.recordingStorageInfo().recordingChunks())
                : new RecordedFile(inputs, List.of());
    }

    /**
     * A location of the file: from a header that the route has set, the body, the option or an inherited header, in this
     * order.
     *
     * @throws IllegalArgumentException if none of them has it
     */
    String location(Input input, Function<RecordingChunk, String> member) {
        if (!inputs.aboveBody().containsKey(input)) {
            if (chunks.size() == 1 && member.apply(chunks.get(0)) != null) {
                return member.apply(chunks.get(0));
            }
            if (chunks.size() > 1 && inputs.text(input) == null) {
                throw new IllegalArgumentException(
                        "the recording has " + chunks.size()
                                + " files, but the operation accepts one; split ${body.recordingStorageInfo.recordingChunks} before this operation");
            }
        }
        return inputs.required(input);
    }

    /** Headers for the operations that follow, which find another body. */
    Map<String, Object> headers() {
        return chunks.size() == 1 ? locations(chunks.get(0)) : Map.of();
    }

    private static Map<String, Object> locations(RecordingChunk chunk) {
        Map<String, Object> headers = new HashMap<>();
        headers.put(Inputs.CONTENT_LOCATION.header(), chunk.contentLocation());
        headers.put(Inputs.METADATA_LOCATION.header(), chunk.metadataLocation());
        headers.put(Inputs.DELETE_LOCATION.header(), chunk.deleteLocation());
        return headers;
    }
}
