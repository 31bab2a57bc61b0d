package dev.callautomation.camel.operation;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

import dev.callautomation.camel.model.RecordedFiles;
import dev.callautomation.camel.model.RecordingChunk;

/**
 * Which file of a recording an operation is about: the message body may be the file, or an event with only one.
 *
 * @param inputs what the operation is given
 * @param chunks the files that the body names; possibly none
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
     * Where something of the file is: as the route's header says it, the body, the option or a header that was left.
     *
     * @throws IllegalArgumentException if nothing says it
     */
    String location(Input input, Function<RecordingChunk, String> member) {
        if (!inputs.aboveBody().containsKey(input)) {
            if (chunks.size() == 1 && member.apply(chunks.get(0)) != null) {
                return member.apply(chunks.get(0));
            }
            if (chunks.size() > 1 && inputs.text(input) == null) {
                throw new IllegalArgumentException("the recording has " + chunks.size()
                        + " files; split ${body.recordingStorageInfo.recordingChunks} before this operation");
            }
        }
        return inputs.required(input);
    }

    /** What the operations that follow need, once the body is another. */
    Map<String, Object> headers() {
        return chunks.size() == 1 ? locations(chunks.get(0)) : Map.of();
    }

    private static Map<String, Object> locations(RecordingChunk chunk) {
        Map<String, Object> headers = new HashMap<>();
        headers.put(Input.contentLocation.header(), chunk.contentLocation());
        headers.put(Input.metadataLocation.header(), chunk.metadataLocation());
        headers.put(Input.deleteLocation.header(), chunk.deleteLocation());
        return headers;
    }
}
