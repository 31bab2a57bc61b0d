package dev.callautomation.camel.model;

/** A key of a phone. */
public enum Tone {
    zero,
    one,
    two,
    three,
    four,
    five,
    six,
    seven,
    eight,
    nine,
    a,
    b,
    c,
    d,
    pound,
    asterisk
}
