package dev.callautomation.camel.model;

import com.fasterxml.jackson.annotation.JsonInclude;

/**
 * How something ended, as an event tells it.
 *
 * @param code like an HTTP or SIP status
 * @param subCode the service's own reason
 * @param message the service's words; may be empty
 * @param sipDetails what the phone network said by SIP; may be {@code null}
 * @param q850Details what the phone network said by Q.850; may be {@code null}
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record ResultInformation(
        Integer code, Integer subCode, String message, DiagnosticInfo sipDetails, DiagnosticInfo q850Details) {}
