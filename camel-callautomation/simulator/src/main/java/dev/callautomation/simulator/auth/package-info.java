/** Who may use the service: request signatures and the certificate of HTTPS. */
package dev.callautomation.simulator.auth;
