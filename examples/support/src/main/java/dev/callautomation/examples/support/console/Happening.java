package dev.callautomation.examples.support.console;

import java.time.Instant;

/**
 * One line of a call's timeline.
 *
 * @param to empty when it concerns {@code from} alone
 * @param what happened, without the parties
 * @param outcome in words, empty when there is nothing to add
 */
public record Happening(Instant time, String from, String to, String what, String outcome, Mood mood) {

    /** How a person should feel about it. */
    public enum Mood {
        PLAIN,
        GOOD,
        BAD
    }
}
