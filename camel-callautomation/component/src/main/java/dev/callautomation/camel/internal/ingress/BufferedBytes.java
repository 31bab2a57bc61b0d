package dev.callautomation.camel.internal.ingress;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;

/**
 * Bytes that arrive bit by bit, in blocks that are counted by a budget. Unlike an array that grows they are not copied, and a
 * block costs the same whether it was filled by one chunk or by thousands. Not thread-safe.
 */
final class BufferedBytes {

    static final int BLOCK = 8 * 1024;

    private final ByteBudget budget;
    private final List<ByteBuffer> blocks = new ArrayList<>();
    private int size;
    private boolean reserved;

    BufferedBytes(ByteBudget budget) {
        this.budget = budget;
    }

    /** Reserves the first block; says whether there is one left. */
    boolean reserve() {
        reserved = budget.reserve(BLOCK);
        return reserved;
    }

    int size() {
        return size;
    }

    /** Says whether there was room for all of the chunk. */
    boolean add(ByteBuffer chunk) {
        while (chunk.hasRemaining()) {
            ByteBuffer last = blocks.isEmpty() ? null : blocks.get(blocks.size() - 1);
            if (last == null || !last.hasRemaining()) {
                if (!(blocks.isEmpty() && reserved || budget.reserve(BLOCK))) {
                    return false;
                }
                last = ByteBuffer.allocate(BLOCK);
                blocks.add(last);
            }
            int more = Math.min(chunk.remaining(), last.remaining());
            last.put(chunk.slice().limit(more));
            chunk.position(chunk.position() + more);
            size += more;
        }
        return true;
    }

    byte[] toByteArray() {
        ByteBuffer all = ByteBuffer.allocate(size);
        blocks.forEach(block -> all.put(block.duplicate().flip()));
        return all.array();
    }

    /** The bytes are not used any more. */
    void release() {
        int counted = Math.max(blocks.size(), reserved ? 1 : 0);
        blocks.clear();
        reserved = false;
        budget.release((long) counted * BLOCK);
    }
}
