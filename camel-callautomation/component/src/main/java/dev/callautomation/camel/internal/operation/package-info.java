/**
 * The operations that a producer can execute, one class each, found through {@link
 * dev.callautomation.camel.internal.operation.OperationCatalog}. Each assembles its request from the layers of input,
 * validates it, and reads the response.
 */
package dev.callautomation.camel.internal.operation;
