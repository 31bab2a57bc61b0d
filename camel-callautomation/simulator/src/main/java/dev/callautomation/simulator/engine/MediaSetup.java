package dev.callautomation.simulator.engine;

/**
 * What an application says about media when it creates, answers or connects to a call.
 *
 * @param speech it named a speech service, which text, SSML and recognition of speech need
 */
public record MediaSetup(boolean speech) {

    public static final MediaSetup NONE = new MediaSetup(false);
}
