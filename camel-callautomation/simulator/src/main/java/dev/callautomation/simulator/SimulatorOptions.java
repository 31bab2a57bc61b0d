package dev.callautomation.simulator;

import java.net.URI;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.Base64;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;

import dev.callautomation.simulator.model.EventGridSubscription;
import dev.callautomation.simulator.model.Guid;
import dev.callautomation.simulator.wire.Origins;

/**
 * How a simulator starts. Immutable; {@link #defaults()} suits tests, every {@code with} method gives a copy.
 *
 * @param port TCP port, 0 (the default) for a free one
 * @param accessKey base64; by default random for each simulator
 * @param eventGrid subscriptions to make at start; start fails when one fails its handshake
 * @param virtualTime time stands still until it is moved; default false
 * @param strictApiVersion refuse an api-version newer than known instead of warning; default false
 * @param tls serve https with a certificate made at start; default false
 * @param allowRemote accept requests from other hosts; default false: loopback only
 * @param ring how long a phone rings before it acts, unless it has its own time; default 200 ms
 * @param ringTimeout how long a target of createCall or addParticipant may ring; default 120 s
 * @param play every play source takes this long, {@code null} (the default) for realistic times: text as it is read
 *     aloud, a WAV file as its header says, any other file 3 s
 * @param recordingRedirect redirect downloads of recordings to another address first; default false
 * @param participantsPageSize entries in one page of the participant list; default 100
 * @param resourceId the immutable resource id, a GUID, which is the audience of its tokens; by default random for each
 *     simulator
 * @param await how long methods such as {@link SimulatedPhone#heard(String)} and those of {@link CallAwait} wait, in real
 *     time; default 30 s
 * @param issuer issuer of its tokens, a URL without a path that receivers can reach, {@code null}
 *     (the default) for {@code http://localhost:} and the port, or https with {@code tls}
 * @param allowedOrigins origins of web pages, such as {@code http://localhost:3000}, that may use the control API besides
 *     the simulator's own; none by default
 * @param memory how many calls and how much of their timelines it keeps
 */
public record SimulatorOptions(
        int port,
        String accessKey,
        List<EventGridSubscription> eventGrid,
        boolean virtualTime,
        boolean strictApiVersion,
        boolean tls,
        boolean allowRemote,
        Duration ring,
        Duration ringTimeout,
        Duration play,
        boolean recordingRedirect,
        int participantsPageSize,
        String resourceId,
        Duration await,
        URI issuer,
        Set<String> allowedOrigins,
        SimulatorMemory memory) {

    public SimulatorOptions {
        eventGrid = List.copyOf(eventGrid);
        if (port < 0 || port > 65_535) {
            throw new IllegalArgumentException("port must be between 0 and 65535, not " + port);
        }
        if (ring.isNegative()) {
            throw new IllegalArgumentException("ring must not be negative");
        }
        if (ringTimeout.isNegative() || ringTimeout.isZero()) {
            throw new IllegalArgumentException("ringTimeout must be positive");
        }
        if (play != null && play.isNegative()) {
            throw new IllegalArgumentException("play must not be negative");
        }
        if (await.isNegative()) {
            throw new IllegalArgumentException("await must not be negative");
        }
        if (participantsPageSize < 1) {
            throw new IllegalArgumentException("participantsPageSize must be at least 1, not " + participantsPageSize);
        }
        checkKey(accessKey);
        checkResourceId(resourceId);
        checkIssuer(issuer);
        allowedOrigins = origins(allowedOrigins);
    }

    /** A free port, a random key, real time, plain http on loopback. */
    public static SimulatorOptions defaults() {
        return new Draft().finished();
    }

    public SimulatorOptions withPort(int value) {
        return with(draft -> draft.port = value);
    }

    public SimulatorOptions withAccessKey(String value) {
        return with(draft -> draft.accessKey = value);
    }

    public SimulatorOptions withEventGrid(EventGridSubscription... value) {
        return with(draft -> draft.eventGrid = List.of(value));
    }

    public SimulatorOptions withVirtualTime(boolean value) {
        return with(draft -> draft.virtualTime = value);
    }

    public SimulatorOptions withStrictApiVersion(boolean value) {
        return with(draft -> draft.strictApiVersion = value);
    }

    public SimulatorOptions withTls(boolean value) {
        return with(draft -> draft.tls = value);
    }

    public SimulatorOptions withAllowRemote(boolean value) {
        return with(draft -> draft.allowRemote = value);
    }

    public SimulatorOptions withRing(Duration value) {
        return with(draft -> draft.ring = value);
    }

    public SimulatorOptions withRingTimeout(Duration value) {
        return with(draft -> draft.ringTimeout = value);
    }

    /** How long every play source takes, {@code null} for realistic times. */
    public SimulatorOptions withPlay(Duration value) {
        return with(draft -> draft.play = value);
    }

    public SimulatorOptions withRecordingRedirect(boolean value) {
        return with(draft -> draft.recordingRedirect = value);
    }

    public SimulatorOptions withParticipantsPageSize(int value) {
        return with(draft -> draft.participantsPageSize = value);
    }

    public SimulatorOptions withResourceId(String value) {
        return with(draft -> draft.resourceId = value);
    }

    /** How long methods that wait for something do so. */
    public SimulatorOptions withAwait(Duration value) {
        return with(draft -> draft.await = value);
    }

    public SimulatorOptions withIssuer(URI value) {
        return with(draft -> draft.issuer = value);
    }

    /** Exact origins; there is no wildcard. */
    public SimulatorOptions withAllowedOrigins(String... value) {
        return with(draft -> draft.allowedOrigins = new LinkedHashSet<>(List.of(value)));
    }

    /** Calls that may go on at once; another one is refused with 429. */
    public SimulatorOptions withActiveCalls(int value) {
        return with(draft -> draft.memory = draft.memory.withActiveCalls(value));
    }

    /** Ended calls that are remembered, with their timelines. */
    public SimulatorOptions withEndedCalls(int value) {
        return with(draft -> draft.memory = draft.memory.withEndedCalls(value));
    }

    /** Entries of timelines that are kept, of all calls. */
    public SimulatorOptions withTimelineEntries(int value) {
        return with(draft -> draft.memory = draft.memory.withTimelineEntries(value));
    }

    /** Megabytes of headers and bodies that are kept for timelines, 0 for none. */
    public SimulatorOptions withTimelineMegabytes(int value) {
        return with(draft -> draft.memory = draft.memory.withTimelineMegabytes(value));
    }

    /** Events that may wait for their delivery until requests are refused with 429. */
    public SimulatorOptions withPendingDeliveries(int value) {
        return with(draft -> draft.memory = draft.memory.withPendingDeliveries(value));
    }

    /** Megabytes of texts of prompts that play or wait; another one is refused with 429. */
    public SimulatorOptions withMediaMegabytes(int value) {
        return with(draft -> draft.memory = draft.memory.withMediaMegabytes(value));
    }

    /** Leaves out the access key. */
    @Override
    public String toString() {
        return "SimulatorOptions[port=" + port + ", virtualTime=" + virtualTime + ", tls=" + tls + ", allowRemote="
                + allowRemote + ", ring=" + ring + "]";
    }

    private SimulatorOptions with(Consumer<Draft> change) {
        Draft draft = new Draft(this);
        change.accept(draft);
        return draft.finished();
    }

    private static void checkKey(String accessKey) {
        try {
            if (Base64.getDecoder().decode(accessKey).length == 0) {
                throw new IllegalArgumentException("accessKey must not be empty");
            }
        } catch (IllegalArgumentException e) {
            // the decoder's own message would repeat part of the key
            throw new IllegalArgumentException("accessKey must be base64 text of at least one byte");
        }
    }

    private static void checkResourceId(String resourceId) {
        if (!Guid.is(resourceId)) {
            throw new IllegalArgumentException("resourceId must be a GUID such as 7f4b7a2e-3c55-4d3f-9a51-0c6f1f2d8b10,"
                    + " not '" + resourceId + "'");
        }
    }

    private static void checkIssuer(URI issuer) {
        if (issuer != null && !issuer.toString().matches("https?://[^/?#@]+")) {
            throw new IllegalArgumentException(
                    "issuer must be an http or https address without a path, such as http://simulator:8088");
        }
    }

    private static Set<String> origins(Set<String> origins) {
        Set<String> normalized = new LinkedHashSet<>();
        origins.forEach(origin -> normalized.add(Origins.normalized(origin)
                .orElseThrow(
                        () -> new IllegalArgumentException("An allowed origin must be the scheme, host and port of a"
                                + " web page, such as http://localhost:3000, without a path or wildcard, not '" + origin
                                + "'"))));
        return Set.copyOf(normalized);
    }

    /** Options being put together; begins with the defaults. */
    private static final class Draft {

        private int port;
        private String accessKey = randomKey();
        private List<EventGridSubscription> eventGrid = List.of();
        private boolean virtualTime;
        private boolean strictApiVersion;
        private boolean tls;
        private boolean allowRemote;
        private Duration ring = Duration.ofMillis(200);
        private Duration ringTimeout = Duration.ofSeconds(120);
        private Duration play;
        private boolean recordingRedirect;
        private int participantsPageSize = 100;
        private String resourceId = UUID.randomUUID().toString();
        private Duration await = Duration.ofSeconds(30);
        private URI issuer;
        private Set<String> allowedOrigins = Set.of();
        private SimulatorMemory memory = SimulatorMemory.DEFAULT;

        private Draft() {}

        private Draft(SimulatorOptions options) {
            port = options.port;
            accessKey = options.accessKey;
            eventGrid = options.eventGrid;
            virtualTime = options.virtualTime;
            strictApiVersion = options.strictApiVersion;
            tls = options.tls;
            allowRemote = options.allowRemote;
            ring = options.ring;
            ringTimeout = options.ringTimeout;
            play = options.play;
            recordingRedirect = options.recordingRedirect;
            participantsPageSize = options.participantsPageSize;
            resourceId = options.resourceId;
            await = options.await;
            issuer = options.issuer;
            allowedOrigins = options.allowedOrigins;
            memory = options.memory;
        }

        private SimulatorOptions finished() {
            return new SimulatorOptions(
                    port,
                    accessKey,
                    eventGrid,
                    virtualTime,
                    strictApiVersion,
                    tls,
                    allowRemote,
                    ring,
                    ringTimeout,
                    play,
                    recordingRedirect,
                    participantsPageSize,
                    resourceId,
                    await,
                    issuer,
                    allowedOrigins,
                    memory);
        }

        private static String randomKey() {
            byte[] key = new byte[32];
            new SecureRandom().nextBytes(key);
            return Base64.getEncoder().encodeToString(key);
        }
    }
}
