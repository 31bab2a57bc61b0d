package dev.callautomation.camel.internal.client;

import java.nio.ByteBuffer;
import java.security.SecureRandom;
import java.util.UUID;

/**
 * Random ids (UUID version 4), as unpredictable as those of {@link UUID#randomUUID()}: an id of an operation that awaits its
 * completion must not be guessed. The bytes are taken from the system in larger pieces, which costs a tenth for each id: no lock,
 * and no call of the provider.
 */
final class RandomIds {

    private static final int IDS = 64;
    private static final SecureRandom RANDOM = new SecureRandom();
    private static final ThreadLocal<RandomIds> OF_THREAD = ThreadLocal.withInitial(RandomIds::new);

    private final byte[] bytes = new byte[IDS * 2 * Long.BYTES];
    private final ByteBuffer unused = ByteBuffer.wrap(bytes).limit(0);

    private RandomIds() {}

    static UUID next() {
        return OF_THREAD.get().take();
    }

    private UUID take() {
        if (!unused.hasRemaining()) {
            RANDOM.nextBytes(bytes);
            unused.clear();
        }
        int position = unused.position();
        long high = unused.getLong();
        long low = unused.getLong();
        // an id that has been given out is not in the memory of the thread
        unused.putLong(position, 0).putLong(position + Long.BYTES, 0);
        return new UUID(high & 0xFFFFFFFFFFFF0FFFL | 0x4000L, low & 0x3FFFFFFFFFFFFFFFL | 0x8000000000000000L);
    }
}
