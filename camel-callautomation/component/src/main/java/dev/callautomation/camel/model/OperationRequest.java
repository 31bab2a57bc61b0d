package dev.callautomation.camel.model;

/** The body of a request to the REST API. A route may set it as the message body of an operation. */
public interface OperationRequest {}
