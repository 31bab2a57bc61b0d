/** The dev console: what the components of a context do, as text and as JSON. */
package dev.callautomation.camel.internal.console;
