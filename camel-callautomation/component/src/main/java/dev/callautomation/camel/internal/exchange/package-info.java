/**
 * Connects exchanges with operations and events: inputs from options and messages, results, events and failures to messages,
 * and the continuation of a route when its operation is completed.
 */
package dev.callautomation.camel.internal.exchange;
