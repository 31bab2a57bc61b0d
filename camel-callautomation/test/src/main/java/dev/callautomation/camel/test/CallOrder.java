package dev.callautomation.camel.test;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** The order of a recorded call as text. */
final class CallOrder {

    private CallOrder() {}

    /** @param marked index of the entry with a mark; -1 for none */
    static String of(List<RecordedEntry> entries, int marked) {
        return IntStream.range(0, entries.size())
                .mapToObj(index -> "%s %7d ms  %s"
                        .formatted(
                                index == marked ? ">" : " ",
                                entries.get(index).at(),
                                entries.get(index).description()))
                .collect(Collectors.joining(System.lineSeparator()));
    }
}
