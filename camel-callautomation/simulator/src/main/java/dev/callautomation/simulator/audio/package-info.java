/** Makes sound: samples for what is heard in a call. Files and streams put them into their own format. */
package dev.callautomation.simulator.audio;
