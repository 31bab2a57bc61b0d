/** A local stand-in for the Call Automation service of Azure Communication Services. */
package dev.callautomation.simulator;
