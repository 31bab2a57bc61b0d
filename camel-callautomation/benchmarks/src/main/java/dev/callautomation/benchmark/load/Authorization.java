package dev.callautomation.benchmark.load;

import java.util.List;

import org.jspecify.annotations.Nullable;

/** Which token goes with a request. For one thread. */
final class Authorization {

    private final List<String> tokens;
    private final int step;
    private int next;

    /**
     * @param first index of the first token; less than 0 for no tokens
     * @param step  0 for the same token always, 1 for another one each time
     */
    Authorization(List<String> tokens, int first, int step) {
        this.tokens = tokens;
        this.next = first;
        this.step = step;
    }

    @Nullable
    String next() {
        if (next < 0) {
            return null;
        }
        String token = tokens.get(next % tokens.size());
        next += step;
        return token;
    }
}
