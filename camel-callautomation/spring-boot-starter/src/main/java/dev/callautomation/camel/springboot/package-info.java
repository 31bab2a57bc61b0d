/**
 * Auto-configuration for Spring Boot: deliveries of events are received by a filter of the servlet container, which
 * authenticates a request before its body is read, and the container's connections are limited.
 */
package dev.callautomation.camel.springboot;
