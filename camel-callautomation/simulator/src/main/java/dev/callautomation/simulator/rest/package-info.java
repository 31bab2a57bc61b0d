/**
 * The REST API of the service. {@link dev.callautomation.simulator.rest.RestApi} does what all operations share, each
 * operation is one small class.
 */
package dev.callautomation.simulator.rest;
