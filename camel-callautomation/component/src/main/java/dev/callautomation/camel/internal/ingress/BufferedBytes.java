package dev.callautomation.camel.internal.ingress;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;

/**
 * Bytes that arrive bit by bit, in blocks that are counted by a budget. Unlike an array that grows they are not copied, and a
 * block costs the same whether it was filled by one chunk or by thousands. Bytes that arrive at once need no block, and are
 * counted as if they did. Not thread-safe.
 */
final class BufferedBytes {

    static final int BLOCK = 8 * 1024;

    private final ByteBudget budget;
    private List<ByteBuffer> blocks = List.of();
    private byte[] whole;
    private int size;
    private int counted;

    BufferedBytes(ByteBudget budget) {
        this.budget = budget;
    }

    /** Reserves the first block; says whether there is one left. */
    boolean reserve() {
        return count(1);
    }

    private boolean count(int blocksNow) {
        if (blocksNow > counted) {
            if (!budget.reserve((long) (blocksNow - counted) * BLOCK)) {
                return false;
            }
            counted = blocksNow;
        }
        return true;
    }

    int size() {
        return size;
    }

    /** All of the bytes, if none were added before; says whether there was room for them. */
    boolean whole(byte[] bytes) {
        if (!count((bytes.length + BLOCK - 1) / BLOCK)) {
            return false;
        }
        whole = bytes;
        size = bytes.length;
        return true;
    }

    /** Says whether there was room for all of the chunk. */
    boolean add(ByteBuffer chunk) {
        while (chunk.hasRemaining()) {
            ByteBuffer last = blocks.isEmpty() ? null : blocks.get(blocks.size() - 1);
            if (last == null || !last.hasRemaining()) {
                if (!count(blocks.size() + 1)) {
                    return false;
                }
                if (blocks.isEmpty()) {
                    blocks = new ArrayList<>();
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
        if (whole != null) {
            return whole;
        }
        ByteBuffer all = ByteBuffer.allocate(size);
        blocks.forEach(block -> all.put(block.duplicate().flip()));
        return all.array();
    }

    /** The bytes are not used any more. */
    void release() {
        int released = counted;
        blocks = List.of();
        whole = null;
        counted = 0;
        budget.release((long) released * BLOCK);
    }
}
