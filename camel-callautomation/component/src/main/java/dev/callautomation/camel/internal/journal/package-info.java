/**
 * The journal of calls: what the component has received and sent, in one file for each call. Entries are queued on the threads
 * where they happen, and written by one thread, which replaces secrets and phone numbers.
 */
package dev.callautomation.camel.internal.journal;
