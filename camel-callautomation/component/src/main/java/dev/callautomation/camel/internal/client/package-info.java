/**
 * The REST client of Call Automation: signing, timeouts, retries. It knows requests and responses, not what they mean,
 * and nothing of Camel exchanges.
 */
package dev.callautomation.camel.internal.client;
