package dev.callautomation.camel.internal.operation;

import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

import io.vertx.core.Future;

import dev.callautomation.camel.internal.client.ByteRange;
import dev.callautomation.camel.internal.client.Content;
import dev.callautomation.camel.model.RecordingChunk;
import dev.callautomation.camel.model.RecordingDocument;

/** Opens a file of a recording, or its metadata, as a stream. */
final class DownloadRecordingOperation implements CallOperation {

    private static final Input RECORDING_DOCUMENT = Input.overridable("recordingDocument");
    private static final Input DOWNLOAD_OFFSET = Input.overridable("downloadOffset");
    private static final Input DOWNLOAD_LENGTH = Input.overridable("downloadLength");

    @Override
    public Set<Input> inputs() {
        return Set.of(
                Inputs.CONTENT_LOCATION,
                Inputs.METADATA_LOCATION,
                RECORDING_DOCUMENT,
                DOWNLOAD_OFFSET,
                DOWNLOAD_LENGTH);
    }

    @Override
    public Future<OperationResult> execute(OperationInputs inputs, CallService service) {
        RecordedFile file = RecordedFile.of(inputs);
        String location = document(inputs) == RecordingDocument.METADATA
                ? file.location(Inputs.METADATA_LOCATION, RecordingChunk::metadataLocation)
                : file.location(Inputs.CONTENT_LOCATION, RecordingChunk::contentLocation);
        return service.download(location, range(inputs)).map(content -> result(content, file.headers()));
    }

    private static RecordingDocument document(OperationInputs inputs) {
        String text = inputs.text(RECORDING_DOCUMENT);
        return Stream.of(RecordingDocument.values())
                .filter(document -> text == null
                        ? document == RecordingDocument.CONTENT
                        : document.name().equalsIgnoreCase(text))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException(
                        "'" + text + "' is neither content nor metadata; " + RECORDING_DOCUMENT.hint()));
    }

    private static ByteRange range(OperationInputs inputs) {
        Long offset = number(inputs, DOWNLOAD_OFFSET);
        Long length = number(inputs, DOWNLOAD_LENGTH);
        if (offset == null && length == null) {
            return null;
        }
        try {
            return new ByteRange(offset == null ? 0 : offset, length);
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException(
                    e.getMessage() + "; " + DOWNLOAD_OFFSET.hint() + ", and " + DOWNLOAD_LENGTH.hint(), e);
        }
    }

    private static Long number(OperationInputs inputs, Input input) {
        String text = inputs.text(input);
        try {
            return text == null ? null : Long.valueOf(text.trim());
        } catch (NumberFormatException e) {
            throw new IllegalArgumentException("'" + text + "' is not a number; " + input.hint(), e);
        }
    }

    private static OperationResult result(Content content, Map<String, Object> file) {
        Map<String, Object> headers = new HashMap<>(file);
        headers.put("Content-Type", content.type());
        headers.put("Content-Length", content.length());
        headers.put("Content-Range", content.range());
        return new OperationResult(new RecordingStream(content.stream(), content.length()), headers);
    }
}
