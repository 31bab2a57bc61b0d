/** Calls as immutable values, and what a command works with: its context, effects and scheduled commands. Does not depend on any command. */
package dev.callautomation.simulator.engine.call;
