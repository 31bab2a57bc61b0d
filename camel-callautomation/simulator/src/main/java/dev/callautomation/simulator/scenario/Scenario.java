package dev.callautomation.simulator.scenario;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

/**
 * What happens to an application and what is expected of it, read from a YAML file. Immutable. A file with phones and
 * subscriptions alone is one, too.
 */
public final class Scenario {

    private static final Duration SETTLE = Duration.ofMillis(50);
    private static final Duration ANSWER = Duration.ofSeconds(10);

    private final String file;
    private final JsonNode json;
    private final Map<String, String> variables;
    private final List<Step> steps;
    private final boolean checked;

    private Scenario(String file, JsonNode json, Map<String, String> variables, List<Step> steps, boolean checked) {
        this.file = file;
        this.json = json;
        this.variables = variables;
        this.steps = steps;
        this.checked = checked;
    }

    /**
     * Reads a file; variables have the values of the file or of the environment.
     *
     * @throws IllegalArgumentException with file, line and column of each mistake
     */
    public static Scenario read(Path file) {
        return read(file, Map.of());
    }

    /**
     * Reads a file.
     *
     * @param variables values by name, which come before those of the environment and of the file
     * @throws IllegalArgumentException with file, line and column of each mistake
     */
    public static Scenario read(Path file, Map<String, String> variables) {
        try {
            return parse(file.toString(), Files.readString(file), variables);
        } catch (IOException e) {
            throw new IllegalArgumentException("The scenario file " + file + " cannot be read", e);
        }
    }

    /**
     * Reads a text.
     *
     * @param file its name in messages
     * @param variables values by name, which come before those of the environment and of the text
     * @throws IllegalArgumentException with name, line and column of each mistake
     */
    public static Scenario parse(String file, String yaml, Map<String, String> variables) {
        Document document = Document.parse(file, yaml);
        Variables values = new Variables(document.root().path("variables"), variables, System.getenv());
        List<Map.Entry<String, String>> problems = new ArrayList<>();
        JsonNode resolved = resolve(document, values, problems);
        Document whole = new Document(file, resolved, document.members(), document.values());
        Set<String> unresolved = problems.stream().map(Map.Entry::getKey).collect(Collectors.toSet());
        List<String> wrong = new ArrayList<>(SchemaCheck.problems(whole, unresolved));
        if (wrong.isEmpty()) {
            problems.addAll(ScenarioCheck.problems(resolved));
        }
        problems.stream()
                .sorted(Comparator.comparing(problem -> document.placeOf(problem.getKey())))
                .map(problem -> document.message(document.placeOf(problem.getKey()), problem.getValue()))
                .forEach(wrong::add);
        if (!wrong.isEmpty()) {
            throw new IllegalArgumentException(String.join(System.lineSeparator(), wrong));
        }
        List<Step> steps = new ArrayList<>();
        for (JsonNode step : resolved.path("steps")) {
            steps.add(Step.of(
                    step, document.values().get("/steps/" + steps.size()).line()));
        }
        return new Scenario(file, resolved, values.values(), List.copyOf(steps), true);
    }

    /** Steps may name variables that steps before them set. */
    private static JsonNode resolve(Document document, Variables values, List<Map.Entry<String, String>> problems) {
        JsonNode root = document.root();
        if (!root.isObject()) {
            return root;
        }
        ObjectNode resolved = root.deepCopy();
        root.properties().forEach(member -> {
            if (!member.getKey().equals("steps") && !member.getKey().equals("variables")) {
                resolved.set(
                        member.getKey(),
                        values.resolve(member.getValue(), Document.pointer("", member.getKey()), problems));
            }
        });
        JsonNode steps = root.path("steps");
        if (steps.isArray()) {
            ArrayNode list = resolved.putArray("steps");
            for (int i = 0; i < steps.size(); i++) {
                list.add(values.resolve(steps.get(i), "/steps/" + i, problems));
                steps.get(i).findValuesAsText("as").forEach(values::setLater);
            }
        }
        return resolved;
    }

    /**
     * The same, in which nothing fails: what is expected is waited for, and when it does not come, the next step follows.
     * The report says what did not come.
     */
    public Scenario unchecked() {
        return new Scenario(file, json, variables, steps, false);
    }

    /** Its name, that of the file when it has none. */
    public String name() {
        return json.path("name").asText(file.replaceFirst(".*[/\\\\]", "").replaceFirst("\\.(ya?ml|json)$", ""));
    }

    /** The file it was read from. */
    public String file() {
        return file;
    }

    /** Whether something happens in it, or whether it has phones and subscriptions alone. */
    public boolean hasSteps() {
        return !steps.isEmpty();
    }

    /** Whether it asks for virtual or for real time; empty when either will do. */
    public Optional<Boolean> virtualTime() {
        return json.has("time") ? Optional.of(json.get("time").asText().equals("virtual")) : Optional.empty();
    }

    boolean isChecked() {
        return checked;
    }

    /** The values of its variables, for the same file elsewhere. */
    public Map<String, String> variables() {
        return variables;
    }

    List<Step> steps() {
        return steps;
    }

    JsonNode phones() {
        return json.path("phones");
    }

    JsonNode eventGrid() {
        return json.path("eventGrid");
    }

    /** A missing node for none. */
    JsonNode faults() {
        return json.path("faults");
    }

    Set<String> expectNothingElse() {
        Set<String> kinds = new LinkedHashSet<>();
        json.path("expectNothingElse").forEach(kind -> kinds.add(kind.asText()));
        return kinds;
    }

    /** Whether an expectation may be met by what came before. */
    boolean isLoose() {
        return json.path("order").asText().equals("loose");
    }

    boolean nothingLost() {
        return json.path("nothingLost").asBoolean(true);
    }

    /** Real time without anything new after which virtual time is moved. */
    Duration settle() {
        return Duration.ofMillis(json.path("settleMillis").asLong(SETTLE.toMillis()));
    }

    /** Real time in which the application has to answer and to react. */
    Duration answer() {
        return Duration.ofMillis(json.path("answerMillis").asLong(ANSWER.toMillis()));
    }

    @Override
    public String toString() {
        return "Scenario[" + name() + ", " + steps.size() + " steps]";
    }
}
