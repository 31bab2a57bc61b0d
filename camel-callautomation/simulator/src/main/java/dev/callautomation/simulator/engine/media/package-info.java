/**
 * Sound in a call: what an application plays, hears and sends, as immutable values with named transitions. Knows
 * nothing of calls; its caller provides a {@link dev.callautomation.simulator.engine.media.MediaContext}.
 */
package dev.callautomation.simulator.engine.media;
