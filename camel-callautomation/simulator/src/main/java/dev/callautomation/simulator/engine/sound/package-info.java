/** What can be heard in a call, as values: who made which sound, when and for how long. */
package dev.callautomation.simulator.engine.sound;
