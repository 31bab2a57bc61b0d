package dev.callautomation.camel.internal.support;

import dev.callautomation.camel.event.CallAutomationEvent;
import dev.callautomation.camel.model.ResultInformation;
import dev.callautomation.camel.model.SubCodes;

/** Describes events of failures for messages. */
public final class EventDescription {

    private EventDescription() {}

    /** Returns the type, the codes and the description of a failure, on one line. */
    public static String of(CallAutomationEvent event) {
        StringBuilder message = new StringBuilder(
                event.type().equals("CallDisconnected") ? "failed because the call has ended: " : "failed: ");
        message.append(UntrustedText.escape(event.type()));
        ResultInformation result = event.resultInformation();
        if (result != null) {
            message.append(" with code ")
                    .append(result.code())
                    .append(", subcode ")
                    .append(result.subCode());
            String description = SubCodes.description(result.code(), result.subCode());
            if (description != null) {
                message.append(" (").append(description).append(')');
            }
            if (result.message() != null && !result.message().isBlank()) {
                message.append(": ").append(UntrustedText.singleLine(result.message()));
            }
        }
        return message.toString();
    }
}
