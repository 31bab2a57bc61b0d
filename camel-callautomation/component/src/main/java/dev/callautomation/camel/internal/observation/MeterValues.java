package dev.callautomation.camel.internal.observation;

import java.util.function.IntSupplier;
import java.util.function.LongSupplier;

/**
 * What the meters of a component show beside what they are told.
 *
 * @param component name of the component in its context
 * @param pending   the number of pending operations
 * @param oldest    the age of the oldest pending operation in milliseconds; 0 if there is none
 */
public record MeterValues(String component, Observed observed, IntSupplier pending, LongSupplier oldest) {}
