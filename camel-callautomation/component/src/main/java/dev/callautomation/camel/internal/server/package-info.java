/**
 * The HTTP servers that the callback path is served on: Vert.x, where requests are authenticated before their bodies are read,
 * and any other engine of Camel's platform-http. A servlet container brings its own by the starter.
 */
package dev.callautomation.camel.internal.server;
