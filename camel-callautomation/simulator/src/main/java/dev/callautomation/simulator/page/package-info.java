/** The page for browsers: its files, and the stream of what changes. */
package dev.callautomation.simulator.page;
