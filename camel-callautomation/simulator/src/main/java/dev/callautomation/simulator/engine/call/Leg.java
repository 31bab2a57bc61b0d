package dev.callautomation.simulator.engine.call;

import java.net.URI;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

import dev.callautomation.simulator.engine.media.Media;
import dev.callautomation.simulator.engine.stream.Stream;
import dev.callautomation.simulator.engine.stream.StreamKind;
import dev.callautomation.simulator.model.CallState;
import dev.callautomation.simulator.model.Identifier;

/**
 * An application's connection to a call, what the service calls a call connection.
 *
 * @param origin how the application came in
 * @param callbackUri where its events go
 * @param apiVersion of the request that made it, repeated in every event
 * @param media what it plays and listens to
 * @param streams what it asked to be streamed
 */
public record Leg(
        String id,
        Origin origin,
        CallState state,
        URI callbackUri,
        String operationContext,
        String apiVersion,
        Identifier source,
        List<Identifier> targets,
        Identifier sourceCallerIdNumber,
        String sourceDisplayName,
        Identifier answeredBy,
        MediaSetup setup,
        Media media,
        Map<StreamKind, Stream> streams) {

    /** How an application came into a call. */
    public enum Origin {
        CREATED,
        ANSWERED,
        /** Joined a running call; takes no place among its participants. */
        CONNECTED
    }

    public Leg {
        targets = List.copyOf(targets);
        streams = Map.copyOf(streams);
    }

    public Leg in(CallState next) {
        return with(next, media, streams);
    }

    public Leg with(Media next) {
        return with(state, next, streams);
    }

    public Leg with(Stream next) {
        Map<StreamKind, Stream> all = new EnumMap<>(StreamKind.class);
        all.putAll(streams);
        all.put(next.setup().kind(), next);
        return with(state, media, all);
    }

    private Leg with(CallState nextState, Media nextMedia, Map<StreamKind, Stream> nextStreams) {
        return new Leg(
                id,
                origin,
                nextState,
                callbackUri,
                operationContext,
                apiVersion,
                source,
                targets,
                sourceCallerIdNumber,
                sourceDisplayName,
                answeredBy,
                setup,
                nextMedia,
                nextStreams);
    }

    public boolean isConnecting() {
        return state == CallState.CONNECTING;
    }

    public boolean isLive() {
        return state != CallState.DISCONNECTED;
    }

    /** Connected, possibly with a transfer under way. */
    public boolean isEstablished() {
        return state == CallState.CONNECTED || state == CallState.TRANSFERRING;
    }

    /** While a created call is ringing the service does not tell its server call id. */
    public boolean knowsServerCallId() {
        return !(origin == Origin.CREATED && isConnecting());
    }

    /** Who the application is in a call: its party, or a name made of its connection when it takes no place. */
    public Identifier self(Call call) {
        return call.partyOf(this).map(Party::identifier).orElseGet(() -> new Identifier("28:acs:" + id));
    }

    /** The telephone number that was called, when the application answered for one. */
    public Identifier answeredFor() {
        return origin == Origin.ANSWERED && !targets.isEmpty() && targets.get(0).isPhoneNumber()
                ? targets.get(0)
                : null;
    }
}
