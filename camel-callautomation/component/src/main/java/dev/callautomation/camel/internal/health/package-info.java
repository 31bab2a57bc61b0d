/** The health checks of a component. Loaded only where Camel's health checks are on the class path. */
package dev.callautomation.camel.internal.health;
