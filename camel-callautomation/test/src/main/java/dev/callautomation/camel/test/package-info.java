/** Tests of Camel routes against a simulator of the service, in JUnit 5. */
package dev.callautomation.camel.test;
