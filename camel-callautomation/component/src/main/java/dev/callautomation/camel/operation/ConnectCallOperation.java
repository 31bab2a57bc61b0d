package dev.callautomation.camel.operation;

import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;

import dev.callautomation.camel.model.CallLocator;
import dev.callautomation.camel.model.ConnectRequest;

final class ConnectCallOperation extends CallStart<ConnectRequest> {

    ConnectCallOperation() {
        super(
                ConnectRequest.class,
                Paths.CALLS + ":connect",
                Map.of(
                        Input.serverCallId, "callLocator.serverCallId",
                        Input.groupCallId, "callLocator.groupCallId",
                        Input.roomId, "callLocator.roomId"));
    }

    @Override
    void check(ConnectRequest request) {
        CallLocator locator = Check.present(
                request.callLocator(),
                "nothing says which call to connect to; set one of serverCallId, groupCallId and roomId",
                Input.serverCallId);
        long named = Stream.of(locator.serverCallId(), locator.groupCallId(), locator.roomId())
                .filter(Objects::nonNull)
                .count();
        if (named != 1) {
            throw new IllegalArgumentException(
                    "a call is named by one of serverCallId, groupCallId and roomId, but " + named + " are given");
        }
        checkCommon(
                request.callbackUri(),
                request.operationContext(),
                request.callIntelligenceOptions(),
                request.mediaStreamingOptions(),
                request.transcriptionOptions());
    }
}
