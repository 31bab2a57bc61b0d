package dev.callautomation.camel.event;

import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The events that have a record, by their type without prefix. */
final class EventTypes {

    private static final Map<String, Class<? extends CallAutomationEvent>> TYPES =
            Stream.<Class<? extends CallAutomationEvent>>of(
                            IncomingCall.class,
                            CallConnected.class,
                            CallDisconnected.class,
                            CreateCallFailed.class,
                            AnswerFailed.class,
                            ConnectFailed.class,
                            CallTransferAccepted.class,
                            CallTransferFailed.class,
                            AddParticipantSucceeded.class,
                            AddParticipantFailed.class,
                            RemoveParticipantSucceeded.class,
                            RemoveParticipantFailed.class,
                            CancelAddParticipantSucceeded.class,
                            CancelAddParticipantFailed.class,
                            ParticipantsUpdated.class)
                    .collect(Collectors.toUnmodifiableMap(Class::getSimpleName, Function.identity()));

    private EventTypes() {}

    /** {@link UnknownEvent} for a type without a record. */
    static Class<? extends CallAutomationEvent> find(String shortType) {
        return TYPES.getOrDefault(shortType, UnknownEvent.class);
    }

    static boolean isKnown(String shortType) {
        return TYPES.keySet().stream().anyMatch(shortType::equalsIgnoreCase);
    }
}
