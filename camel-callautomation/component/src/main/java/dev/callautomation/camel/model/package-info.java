/**
 * The messages of the Call Automation REST API, api-version 2026-03-12, as immutable records: identifiers, requests and
 * responses, member by member under the names of the API. Members that are {@code null} are not sent. Constants of the
 * enums are spelled as on the wire.
 */
@NullMarked
package dev.callautomation.camel.model;

import org.jspecify.annotations.NullMarked;
