package dev.callautomation.benchmark.load;

import java.util.List;

/** Events as the service sends them, in its order of members. */
final class EventTemplates {

    private static final String IDS = """
            "callConnectionId":"${call}",
            "serverCallId":"aHR0cHM6Ly9hcGkuZmxpZ2h0cHJveHkuc2t5cGUuY29tL2FwaS92Mi9jcC9jb252LXVzd2UtMDEuY29udi5za3lwZS5jb20vY29udi8${call}",
            "correlationId":"${call}",
            """;

    private static final String RESULT = "\"resultInformation\":{\"code\":200,\"subCode\":0,\"message\":\"\"},";

    private static final String PARTICIPANTS = """
            "participants":[
            {"identifier":{"rawId":"4:+18005550100","kind":"phoneNumber","phoneNumber":{"value":"+18005550100"}},"isMuted":false,"isOnHold":false},
            {"identifier":{"rawId":"8:acs:7f4b7a2e-3c55-4d3f-9a51-0c6f1f2d8b10_0000001e-55f2-4f6a-28f4-343a0d00a8c2","kind":"communicationUser",
            "communicationUser":{"id":"8:acs:7f4b7a2e-3c55-4d3f-9a51-0c6f1f2d8b10_0000001e-55f2-4f6a-28f4-343a0d00a8c2"}},"isMuted":false,"isOnHold":false}],
            "sequenceNumber":${number},
            """;

    static final EventTemplate PLAY_COMPLETED = callback("PlayCompleted", """
            "version":"2026-03-12","operationContext":"welcome-${number}",
            "resultInformation":{"code":200,"subCode":0,"message":"Action completed successfully."},
            """);

    /** What happens in a call, in order. */
    static final List<EventTemplate> CALLBACKS = List.of(
            callback("CallConnected", "\"version\":\"2026-03-12\"," + RESULT),
            callback("ParticipantsUpdated", PARTICIPANTS + RESULT + "\"version\":\"2026-03-12\","),
            callback("AddParticipantSucceeded", """
                    "participant":{"rawId":"4:+18005550142","kind":"phoneNumber","phoneNumber":{"value":"+18005550142"}},
                    "version":"2026-03-12","operationContext":"invite-${number}",
                    "resultInformation":{"code":200,"subCode":0,"message":"The participant has been added."},
                    """),
            PLAY_COMPLETED,
            callback("RecognizeCompleted", """
                    "recognitionType":"dtmf","dtmfResult":{"tones":["one","two","pound"]},
                    "version":"2026-03-12","operationContext":"menu-${number}",
                    "resultInformation":{"code":200,"subCode":8531,"message":"Action completed, max digits received"},
                    """),
            callback("CallDisconnected", """
                    "version":"2026-03-12",
                    "resultInformation":{"code":200,"subCode":7000,"message":"The conversation has ended."},
                    """));

    /** Announces a call, by Event Grid in its own schema. */
    static final EventTemplate INCOMING_CALL =
            new EventTemplate("""
            {"id":"${id}",
            "topic":"/subscriptions/3aa4a235-b6e2-48d5-9195-7fcf05b459b0/resourcegroups/calls/providers/microsoft.communication/communicationservices/contoso",
            "subject":"/caller/4:+18005550199/recipient/4:+18005550100",
            "data":{"to":{"kind":"phoneNumber","rawId":"4:+18005550100","phoneNumber":{"value":"+18005550100"}},
            "from":{"kind":"phoneNumber","rawId":"4:+18005550199","phoneNumber":{"value":"+18005550199"}},
            "serverCallId":"aHR0cHM6Ly9hcGkuZmxpZ2h0cHJveHkuc2t5cGUuY29tL2FwaS92Mi9jcC9jb252${call}",
            "callerDisplayName":"Ben Winter",
            "incomingCallContext":"eyJhbGciOiJub25lIiwidHlwIjoiSldUIn0.%s",
            "correlationId":"${call}"},
            "eventType":"Microsoft.Communication.IncomingCall","dataVersion":"1.0","metadataVersion":"1",
            "eventTime":"${time}"}
            """.formatted("eyJjYyI6Ikg0c0lBQUFBQUFBQUNwWHV".repeat(25)));

    private EventTemplates() {}

    private static EventTemplate callback(String type, String data) {
        return new EventTemplate("""
                {"id":"${id}",
                "source":"calling/callConnections/${call}",
                "type":"Microsoft.Communication.%1$s",
                "data":{%2$s%3$s
                "publicEventType":"Microsoft.Communication.%1$s"},
                "time":"${time}","specversion":"1.0","datacontenttype":"application/json",
                "subject":"calling/callConnections/${call}"}
                """.formatted(type, data, IDS));
    }
}
