/**
 * Sound in a call: what an application plays, hears and sends, as immutable values with named transitions. Knows
 * nothing of calls; whoever runs it gives it a {@link dev.callautomation.simulator.engine.media.MediaContext}.
 */
package dev.callautomation.simulator.engine.media;
