package dev.callautomation.camel.model;

import com.fasterxml.jackson.annotation.JsonProperty;

/** PCM, mono, 16 bits a sample, at 16 or 24 kHz. */
public enum AudioFormat {
    @JsonProperty("pcm16KMono")
    PCM_16K_MONO,
    @JsonProperty("pcm24KMono")
    PCM_24K_MONO
}
