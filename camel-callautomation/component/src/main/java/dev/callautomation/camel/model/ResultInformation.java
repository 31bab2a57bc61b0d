package dev.callautomation.camel.model;

import com.fasterxml.jackson.annotation.JsonAlias;
import com.fasterxml.jackson.annotation.JsonInclude;
import org.jspecify.annotations.Nullable;

/**
 * The result of an operation or of a call.
 *
 * @param code similar to an HTTP or SIP status; may be {@code null}
 * @param subCode the subcode, specific to the service; may be {@code null}
 * @param message a description; may be empty
 * @param sipDetails the SIP code of the phone network; may be {@code null}
 * @param q850Details the Q.850 code of the phone network; may be {@code null}
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record ResultInformation(
        @Nullable Integer code,
        @JsonAlias("subcode") @Nullable Integer subCode,
        String message,
        @Nullable DiagnosticInfo sipDetails,
        @Nullable DiagnosticInfo q850Details) {}
