/**
 * Checks of manifests: their members by the schemas in {@code schemas}, what they say of each other, and the settings and
 * routes of Camel in them.
 */
package dev.callautomation.examples.manifests;
