/**
 * The operations a producer can carry out, one class each, found through {@link
 * dev.callautomation.camel.operation.OperationCatalog}. Each builds its request from the layers of input, checks it
 * before anything is sent, and reads the answer.
 */
package dev.callautomation.camel.operation;
