package dev.callautomation.examples.support.play;

import java.util.Map;

/** The service's result codes in words, from its published tables of call-end and Call Automation codes. */
final class ResultWords {

    private static final Map<String, String> WORDS = Map.ofEntries(
            Map.entry("5001", "ended for everyone"),
            Map.entry("5002", "the only other party left"),
            Map.entry("5010", "only one participant was left"),
            Map.entry("7000", "ended by the application"),
            Map.entry("7015", "handed over by transfer"),
            Map.entry("8522", "the call is over already"),
            Map.entry("10003", "accepted elsewhere"),
            Map.entry("10004", "nobody answered in time"),
            Map.entry("10024", "declined"),
            Map.entry("10078", "not reachable"),
            Map.entry("560403", "declined"),
            Map.entry("560480", "nobody answered in time"),
            Map.entry("560486", "busy"));

    private ResultWords() {}

    /** In words with the code behind, nothing for plain success, the bare code for one without words. */
    static String of(String code, String subCode) {
        if (subCode == null || subCode.equals("0")) {
            return "";
        }
        String both = code + "/" + subCode;
        return WORDS.containsKey(subCode) ? WORDS.get(subCode) + " (" + both + ")" : both;
    }
}
