package dev.callautomation.camel.internal.client;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;

/** The body of a request, which is digested once: for what recognizes a repeated request, and for the signatures of its attempts. */
public final class Payload {

    /** Of a request without a body. */
    public static final Payload NONE = new Payload(new byte[0]);

    // a lookup of the algorithm allocates twice as much as the digest itself
    private static final ThreadLocal<MessageDigest> SHA_256 = ThreadLocal.withInitial(Payload::newDigest);

    private final byte[] bytes;
    private volatile Digest digest;

    private record Digest(byte[] bytes, String base64) {}

    /** @param bytes as they are sent; not copied, and must not change */
    public Payload(byte[] bytes) {
        this.bytes = bytes;
    }

    /** As they are sent. */
    public byte[] bytes() {
        return bytes;
    }

    boolean isEmpty() {
        return bytes.length == 0;
    }

    /** The SHA-256 digest. */
    public byte[] digest() {
        return digested().bytes();
    }

    String digestInBase64() {
        return digested().base64();
    }

    private Digest digested() {
        Digest known = digest;
        if (known == null) {
            byte[] sha256 = SHA_256.get().digest(bytes);
            known = new Digest(sha256, Base64.getEncoder().encodeToString(sha256));
            digest = known;
        }
        return known;
    }

    private static MessageDigest newDigest() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            // each implementation of Java has it
            throw new IllegalStateException(e);
        }
    }

    /** Omits the bytes, which may contain an incoming call context. */
    @Override
    public String toString() {
        return "Payload[" + bytes.length + " bytes]";
    }
}
