package dev.callautomation.camel.model;

/** PCM, mono, 16 bits a sample, at 16 or 24 kHz. */
public enum AudioFormat {
    pcm16KMono,
    pcm24KMono
}
