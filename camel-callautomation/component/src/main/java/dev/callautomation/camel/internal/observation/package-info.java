/**
 * What happens in a component, in numbers: the events that the other packages report, the counters that are always kept, and
 * the meters of Micrometer.
 */
package dev.callautomation.camel.internal.observation;
