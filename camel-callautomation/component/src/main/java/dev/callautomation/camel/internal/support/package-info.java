/** Used by several packages: thread pools, masking of identifiers, inherited headers and the prefix of operation contexts. */
package dev.callautomation.camel.internal.support;
