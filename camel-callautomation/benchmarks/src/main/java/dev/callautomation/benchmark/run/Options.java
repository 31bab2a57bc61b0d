package dev.callautomation.benchmark.run;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

import dev.callautomation.benchmark.load.EventMix;

/**
 * What the command line selects.
 *
 * @param roads         names of roads; empty for all
 * @param contenders    parts of the names of contenders; empty for all
 * @param rounds        rounds of each contender
 * @param seconds       longest time of a round
 * @param warmUp        units of work before the first round
 * @param requests      most requests in a round
 * @param inFlight      requests at a time
 * @param tokens        requests with a new token in a round
 * @param mix           which events are sent
 * @param eventsPerPost events of a delivery
 * @param foreign       the part of the machine that other processes may use in a valid run
 * @param jvm           options of the processes' JVMs
 * @param classes       comes first in the class path of the processes, such as the classes of another build
 * @param json          file of the results
 */
public record Options(
        Set<String> roads,
        Set<String> contenders,
        int rounds,
        int seconds,
        int warmUp,
        int requests,
        int inFlight,
        int tokens,
        EventMix.Kind mix,
        int eventsPerPost,
        double foreign,
        List<String> jvm,
        String classes,
        Path json) {

    public static final String USAGE = """
            java -jar benchmarks.jar [options]
              --roads a,b           roads to run; all if it is not given: %s
              --contenders a,b      only contenders whose name contains one of these texts
              --rounds 5            rounds of each contender; their median counts
              --seconds 3           longest time of a round
              --warm-up 20000       units of work before the first round, for a minute at most
              --requests 500000     most requests in a round
              --in-flight 16        requests at a time
              --tokens 4000         requests with a new token in a round
              --mix realistic       events: realistic (calls and Event Grid), callbacks (calls), play (PlayCompleted only)
              --events-per-post 1   events of a delivery
              --foreign 0.10        part of the machine that other processes may use; above it the figures are not valid
              --jvm "-Xmx512m ..."  options of the JVMs
              --classes PATH        comes first in their class path: the classes of another build
              --json FILE           file of the results
            """;

    private static final Map<String, String> DEFAULTS = Map.ofEntries(
            Map.entry("--roads", ""),
            Map.entry("--contenders", ""),
            Map.entry("--rounds", "5"),
            Map.entry("--seconds", "3"),
            Map.entry("--warm-up", "20000"),
            Map.entry("--requests", "500000"),
            Map.entry("--in-flight", "16"),
            Map.entry("--tokens", "4000"),
            Map.entry("--mix", "realistic"),
            Map.entry("--events-per-post", "1"),
            Map.entry("--foreign", "0.10"),
            Map.entry("--jvm", "-Xms512m -Xmx512m -XX:+UseSerialGC"),
            Map.entry("--classes", ""),
            Map.entry("--json", "target/benchmarks.json"));

    /** @throws IllegalArgumentException if an argument is unknown or wrong; the message says which */
    public static Options parse(String... arguments) {
        Map<String, String> values = new HashMap<>(DEFAULTS);
        for (int i = 0; i < arguments.length; i += 2) {
            if (!DEFAULTS.containsKey(arguments[i])) {
                throw new IllegalArgumentException("Unknown option " + arguments[i]);
            }
            if (i + 1 == arguments.length) {
                throw new IllegalArgumentException("The option " + arguments[i] + " has no value");
            }
            values.put(arguments[i], arguments[i + 1]);
        }
        return new Options(
                names(values.get("--roads")),
                names(values.get("--contenders")),
                positive(values, "--rounds"),
                positive(values, "--seconds"),
                positive(values, "--warm-up"),
                positive(values, "--requests"),
                positive(values, "--in-flight"),
                positive(values, "--tokens"),
                EventMix.Kind.parse(values.get("--mix")),
                positive(values, "--events-per-post"),
                share(values, "--foreign"),
                List.of(values.get("--jvm").trim().split(" +")),
                values.get("--classes"),
                Path.of(values.get("--json")));
    }

    private static Set<String> names(String value) {
        return value.isEmpty() ? Set.of() : new LinkedHashSet<>(Arrays.asList(value.split(",")));
    }

    private static int positive(Map<String, String> values, String option) {
        int number = (int) number(values, option);
        if (number < 1) {
            throw new IllegalArgumentException("The value of " + option + " must be at least 1: " + values.get(option));
        }
        return number;
    }

    private static double share(Map<String, String> values, String option) {
        double number = number(values, option);
        if (!(number >= 0 && number <= 1)) {
            throw new IllegalArgumentException(
                    "The value of " + option + " must be between 0 and 1: " + values.get(option));
        }
        return number;
    }

    private static double number(Map<String, String> values, String option) {
        try {
            return Double.parseDouble(values.get(option));
        } catch (NumberFormatException e) {
            throw new IllegalArgumentException("The value of " + option + " is not a number: " + values.get(option), e);
        }
    }

    /** Whether a contender is to run. */
    public boolean selects(String contender) {
        return contenders.isEmpty() || contenders.stream().anyMatch(contender::contains);
    }
}
