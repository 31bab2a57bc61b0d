package dev.callautomation.simulator.engine.call;

import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.UUID;

/** Makes identifiers that look like the service's own. */
public final class Ids {

    private static final String CONTEXT_HEADER = base64Url("{\"alg\":\"none\",\"typ\":\"JWT\"}");

    private static final int CONTEXT_SECRET_BYTES = 33;
    private static final int CONTEXT_FILLER_BYTES = 4_400;

    private final SecureRandom random = new SecureRandom();

    /** The same in all contexts: making and encoding as much for each would be a large part of the cost of a call. */
    private final String contextEnd = base64Url(random(CONTEXT_FILLER_BYTES) + "\"}") + ".";

    public String guid() {
        return UUID.randomUUID().toString();
    }

    /** Base64 of a conversation address, as in recorded events. */
    String serverCallId() {
        byte[] conversation = new byte[16];
        random.nextBytes(conversation);
        String url = "https://api.flightproxy.skype.com/api/v2/cp/conv-simulator-01-prod-aks.conv.skype.com/conv/"
                + Base64.getUrlEncoder().withoutPadding().encodeToString(conversation) + "?i=10-128-0-1&e="
                + Math.abs(random.nextLong());
        return Base64.getEncoder().encodeToString(url.getBytes(StandardCharsets.UTF_8));
    }

    /** Base64 of a place and a name, as recording ids are. */
    public String recordingId() {
        String id = "{\"PlatformEndpointId\":\"" + guid() + "\",\"ResourceSpecificId\":\"simulator\"}";
        return Base64.getEncoder().encodeToString(id.getBytes(StandardCharsets.UTF_8));
    }

    /** As the storage of recordings names its documents. */
    public String documentId() {
        return "0-sim-d1-" + guid().replace("-", "");
    }

    /**
     * Opaque, unguessable and, as recorded, between 7 and 9 KB: clients must cope with its size.
     *
     * @param callId a GUID
     */
    public String incomingCallContext(String callId) {
        // 99 bytes: only a multiple of 3 can be encoded apart from what follows
        String begin = "{\"callId\":\"" + callId + "\",\"cc\":\"" + random(CONTEXT_SECRET_BYTES);
        return CONTEXT_HEADER + "." + base64Url(begin) + contextEnd;
    }

    private String random(int bytes) {
        byte[] secret = new byte[bytes];
        random.nextBytes(secret);
        return Base64.getEncoder().withoutPadding().encodeToString(secret);
    }

    private static String base64Url(String text) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }
}
