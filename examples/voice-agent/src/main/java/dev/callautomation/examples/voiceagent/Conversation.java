package dev.callautomation.examples.voiceagent;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

import com.fasterxml.jackson.databind.ObjectMapper;
import org.apache.camel.Header;
import org.apache.camel.Variable;

import dev.callautomation.camel.CallAutomationConstants;

/**
 * What was said in each call: a file of JSON lines, which is the transcript and the only state of a conversation. Each line has
 * a {@code time}, a {@code role} ({@code caller}, {@code agent}, {@code silence}, {@code unclear}, {@code note} or {@code ended})
 * and a {@code text}.
 */
public final class Conversation {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Pattern CALL_ID = Pattern.compile("[0-9A-Za-z-]{1,100}");
    private static final int LONGEST_LINE = 1_000;
    private static final int LONGEST_SUMMARY = 500;

    private Path directory = Path.of("transcripts");
    private int memory = 12;

    /** @param directory of the transcripts; shared by all nodes */
    public void setDirectory(String directory) {
        this.directory = Path.of(directory);
    }

    /** @param memory how many lines the model is reminded of */
    public void setMemory(int memory) {
        this.memory = memory;
    }

    public void callerSays(
            @Header(CallAutomationConstants.CALL_CONNECTION_ID) String call, @Variable("heard") String heard)
            throws IOException {
        add(call, "caller", heard);
    }

    public void agentSays(@Header(CallAutomationConstants.CALL_CONNECTION_ID) String call, @Variable("say") String say)
            throws IOException {
        add(call, "agent", say);
    }

    public void silence(@Header(CallAutomationConstants.CALL_CONNECTION_ID) String call) throws IOException {
        add(call, "silence", "");
    }

    public void unclear(@Header(CallAutomationConstants.CALL_CONNECTION_ID) String call) throws IOException {
        add(call, "unclear", "");
    }

    /** A summary for the colleague who takes the call over. */
    public void note(@Header(CallAutomationConstants.CALL_CONNECTION_ID) String call, @Variable("note") String note)
            throws IOException {
        add(call, "note", note);
    }

    /** Calls without a conversation, such as live ones, get no transcript. */
    public void ended(@Header(CallAutomationConstants.CALL_CONNECTION_ID) String call) throws IOException {
        if (Files.exists(file(call))) {
            add(call, "ended", "");
        }
    }

    /** How often the caller has said something. */
    public int turns(@Header(CallAutomationConstants.CALL_CONNECTION_ID) String call) throws IOException {
        return (int) lines(call).stream().filter(line -> line.is("caller")).count();
    }

    /** How often the caller was silent or not understood since the last words that were understood. */
    public int misses(@Header(CallAutomationConstants.CALL_CONNECTION_ID) String call) throws IOException {
        int misses = 0;
        for (Line line : lines(call)) {
            misses = line.is("caller") ? 0 : line.is("silence") || line.is("unclear") ? misses + 1 : misses;
        }
        return misses;
    }

    /** The last lines as messages for a model, to which those of its tools are added. */
    public List<Map<String, Object>> messages(@Header(CallAutomationConstants.CALL_CONNECTION_ID) String call)
            throws IOException {
        List<Line> spoken = lines(call).stream()
                .filter(line -> line.is("caller") || line.is("agent"))
                .toList();
        return spoken.stream()
                .skip(Math.max(0, spoken.size() - memory))
                .map(line -> Map.<String, Object>of(
                        "role", line.is("caller") ? "user" : "assistant", "content", line.text()))
                .collect(Collectors.toCollection(ArrayList::new));
    }

    /** The note of the model or, without one, the last words of the caller. */
    public String summary(@Header(CallAutomationConstants.CALL_CONNECTION_ID) String call) throws IOException {
        List<Line> all = lines(call);
        List<Line> notes = all.stream().filter(line -> line.is("note")).toList();
        List<Line> words =
                notes.isEmpty() ? all.stream().filter(line -> line.is("caller")).toList() : notes;
        String summary = words.stream()
                .skip(Math.max(0, words.size() - 3))
                .map(Line::text)
                .collect(Collectors.joining(" / "));
        return summary.isEmpty() ? "The caller has said nothing." : limited(summary, LONGEST_SUMMARY);
    }

    /** What the colleague gets with the call, as VoIP headers. */
    public Map<String, String> handOver(
            @Header(CallAutomationConstants.CALL_CONNECTION_ID) String call, @Header("Caller") String caller)
            throws IOException {
        return Map.of("conversation", call, "caller", caller, "summary", summary(call));
    }

    private record Line(String time, String role, String text) {

        boolean is(String other) {
            return role.equals(other);
        }
    }

    private void add(String call, String role, String text) throws IOException {
        Line line = new Line(Instant.now().toString(), role, limited(text, LONGEST_LINE));
        Files.createDirectories(directory);
        // one write, so that lines of two nodes do not mix
        Files.writeString(
                file(call),
                JSON.writeValueAsString(line) + "\n",
                StandardCharsets.UTF_8,
                StandardOpenOption.CREATE,
                StandardOpenOption.APPEND);
    }

    private List<Line> lines(String call) throws IOException {
        List<Line> lines = new ArrayList<>();
        Path file = file(call);
        for (String line : Files.exists(file) ? Files.readAllLines(file) : List.<String>of()) {
            lines.add(JSON.readValue(line, Line.class));
        }
        return lines;
    }

    private Path file(String call) {
        if (call == null || !CALL_ID.matcher(call).matches()) {
            throw new IllegalArgumentException("The id of the call cannot be the name of a file");
        }
        return directory.resolve(call + ".jsonl");
    }

    private static String limited(String text, int length) {
        return text.length() <= length ? text : text.substring(0, length);
    }
}
