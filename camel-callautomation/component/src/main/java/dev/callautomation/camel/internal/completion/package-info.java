/**
 * Awaits the events that complete operations. {@link dev.callautomation.camel.internal.completion.PendingOperations} correlates
 * each event that is received with the operations pending on this node, {@link
 * dev.callautomation.camel.internal.completion.RelayedOperations} with those of other nodes. The state of one operation is the
 * immutable {@link dev.callautomation.camel.internal.completion.CompletionState}.
 */
package dev.callautomation.camel.internal.completion;
