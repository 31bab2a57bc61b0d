package dev.callautomation.camel.internal.operation;

/**
 * A member of a request that an input sets.
 *
 * @param path the names of the member and of the objects around it, separated by dots; ends with [] if the member is an
 *             array, which text sets with values separated by commas
 */
record Member(Input input, String path) {}
