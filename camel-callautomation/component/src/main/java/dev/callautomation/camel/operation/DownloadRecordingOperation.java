package dev.callautomation.camel.operation;

import java.util.HashMap;
import java.util.Map;
import java.util.stream.Stream;

import io.vertx.core.Future;

import dev.callautomation.camel.client.ByteRange;
import dev.callautomation.camel.client.Content;
import dev.callautomation.camel.model.RecordingChunk;
import dev.callautomation.camel.model.RecordingDocument;

/** Opens a file of a recording, or its metadata, as a stream. */
final class DownloadRecordingOperation implements CallOperation {

    @Override
    public Future<OperationResult> execute(OperationInputs inputs, CallService service) {
        RecordedFile file = RecordedFile.of(inputs);
        String location = document(inputs) == RecordingDocument.metadata
                ? file.location(Input.metadataLocation, RecordingChunk::metadataLocation)
                : file.location(Input.contentLocation, RecordingChunk::contentLocation);
        return service.download(location, range(inputs)).map(content -> result(content, file.headers()));
    }

    private static RecordingDocument document(OperationInputs inputs) {
        String text = inputs.text(Input.document);
        return Stream.of(RecordingDocument.values())
                .filter(document -> text == null
                        ? document == RecordingDocument.content
                        : document.name().equalsIgnoreCase(text))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException(
                        "'" + text + "' is no document of a recording; " + Input.document.howToGive()));
    }

    private static ByteRange range(OperationInputs inputs) {
        Long offset = number(inputs, Input.offset);
        Long length = number(inputs, Input.length);
        if (offset == null && length == null) {
            return null;
        }
        try {
            return new ByteRange(offset == null ? 0 : offset, length);
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException(
                    e.getMessage() + "; " + Input.offset.howToGive() + ", and " + Input.length.howToGive(), e);
        }
    }

    private static Long number(OperationInputs inputs, Input input) {
        String text = inputs.text(input);
        try {
            return text == null ? null : Long.valueOf(text.trim());
        } catch (NumberFormatException e) {
            throw new IllegalArgumentException("'" + text + "' is no number; " + input.howToGive(), e);
        }
    }

    private static OperationResult result(Content content, Map<String, Object> file) {
        Map<String, Object> headers = new HashMap<>(file);
        headers.put("CamelCallAutomationContentType", content.type());
        headers.put("CamelCallAutomationContentLength", content.length());
        headers.put("CamelCallAutomationContentRange", content.range());
        return new OperationResult(new RecordingStream(content.stream(), content.length()), headers);
    }
}
