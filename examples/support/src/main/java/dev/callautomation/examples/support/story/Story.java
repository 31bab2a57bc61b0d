package dev.callautomation.examples.support.story;

import java.util.List;
import java.util.function.Consumer;

/**
 * What a person on the phone goes through with an application.
 *
 * @param person the phone number of who it is about
 * @param begin what people do first, for example call
 * @param moments what has to come of it, in this order
 */
public record Story(String title, String person, Consumer<Scene> begin, List<Moment> moments) {}
