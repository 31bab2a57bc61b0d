package dev.callautomation.examples.support.play;

import java.util.function.Predicate;

/**
 * Something that has to happen in a call.
 *
 * @param name as a person would say it, such as "ticket opened"
 * @param proof looks for it in what was recorded
 */
record Step(String name, Predicate<Evidence> proof) {}
