/** The Apache Camel component {@code callautomation:} for Azure Communication Services Call Automation. */
package dev.callautomation.camel;
