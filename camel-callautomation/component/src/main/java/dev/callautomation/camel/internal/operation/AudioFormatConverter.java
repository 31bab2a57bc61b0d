package dev.callautomation.camel.internal.operation;

import java.util.stream.Stream;

import org.apache.camel.Converter;

import dev.callautomation.camel.model.AudioFormat;

/**
 * Converts the values of the REST API, such as pcm16KMono. Camel itself converts those of the other enums, but expects digits
 * elsewhere in the names of these constants.
 */
@Converter(generateLoader = true)
public final class AudioFormatConverter {

    private AudioFormatConverter() {}

    /** @throws IllegalArgumentException if there is no such format */
    @Converter
    public static AudioFormat toAudioFormat(String text) {
        return Stream.of(AudioFormat.values())
                .filter(format -> letters(format.name()).equalsIgnoreCase(letters(text)))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("Unknown audio format '" + text + "'"));
    }

    private static String letters(String text) {
        return text.trim().replace("_", "");
    }
}
