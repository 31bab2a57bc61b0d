package dev.callautomation.simulator.model;

import java.util.Map;

/** Headers a caller hands to the callee. */
public record CustomContext(Map<String, String> sipHeaders, Map<String, String> voipHeaders) {

    /** No headers at all. */
    public static final CustomContext NONE = new CustomContext(Map.of(), Map.of());

    public CustomContext {
        sipHeaders = Map.copyOf(sipHeaders);
        voipHeaders = Map.copyOf(voipHeaders);
    }

    /** Whether there is nothing to hand over. */
    public boolean isEmpty() {
        return sipHeaders.isEmpty() && voipHeaders.isEmpty();
    }

    /** Names only: values may be personal. */
    @Override
    public String toString() {
        return "CustomContext[sip=" + sipHeaders.keySet() + ", voip=" + voipHeaders.keySet() + "]";
    }
}
