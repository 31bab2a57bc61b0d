package dev.callautomation.camel.model;

/** A body of a request to the REST API; what a route may put into a message body to fill in an operation. */
public interface OperationRequest {}
