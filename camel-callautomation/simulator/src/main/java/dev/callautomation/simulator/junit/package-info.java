/** The simulator in JUnit 5 tests. */
package dev.callautomation.simulator.junit;
