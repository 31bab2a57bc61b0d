package dev.callautomation.camel.model;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.jspecify.annotations.Nullable;

/**
 * How something ended, as an event tells it.
 *
 * @param code like an HTTP or SIP status; may be {@code null}
 * @param subCode the service's own reason; may be {@code null}
 * @param message the service's words; may be empty
 * @param sipDetails what the phone network said by SIP; may be {@code null}
 * @param q850Details what the phone network said by Q.850; may be {@code null}
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record ResultInformation(
        @Nullable Integer code,
        @Nullable Integer subCode,
        String message,
        @Nullable DiagnosticInfo sipDetails,
        @Nullable DiagnosticInfo q850Details) {}
