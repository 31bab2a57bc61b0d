/** The command line: options, scenario files and the one line it prints. */
package dev.callautomation.simulator.cli;
