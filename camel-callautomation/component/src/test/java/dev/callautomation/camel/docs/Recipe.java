package dev.callautomation.camel.docs;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import org.apache.camel.Exchange;
import org.awaitility.Awaitility;
import org.awaitility.core.ThrowingRunnable;

import dev.callautomation.camel.docs.Page.Snippet;
import dev.callautomation.simulator.CallAutomationSimulator;
import dev.callautomation.simulator.SimulatedPhone;
import dev.callautomation.simulator.model.CallSnapshot;
import dev.callautomation.simulator.model.CallState;

import static org.assertj.core.api.Assertions.assertThat;

/** A recipe of a page that runs on the simulator, with its properties and its database. */
final class Recipe implements AutoCloseable {

    private final Snippet routes;
    private final Path directory;
    private Telephony telephony;

    private Recipe(Snippet routes, Path directory, Telephony telephony) {
        this.routes = routes;
        this.directory = directory;
        this.telephony = telephony;
    }

    /**
     * @param route    id or URI of a route of the recipe
     * @param settings that replace properties of the page
     */
    static Recipe start(String route, Path directory, Map<String, String> settings) throws Exception {
        return start(route, directory, new Telephony().with(settings));
    }

    /** As {@link #start}; time of the simulator stands still until it is moved. */
    static Recipe startWithVirtualTime(String route, Path directory, Map<String, String> settings) throws Exception {
        return start(route, directory, Telephony.withVirtualTime().with(settings));
    }

    private static Recipe start(String route, Path directory, Telephony telephony) throws Exception {
        Snippet routes = Page.RECIPE_PAGES.stream()
                .flatMap(page -> page.snippets("yaml").stream())
                .filter(snippet -> snippet.text().contains(route))
                .findFirst()
                .orElseThrow();
        Recipe recipe = new Recipe(routes, directory, telephony);
        recipe.load();
        for (Snippet table : routes.page().siblings(routes, "sql")) {
            recipe.execute(table.text());
        }
        recipe.telephony.start();
        return recipe;
    }

    private void load() throws Exception {
        telephony.load(routes, directory);
    }

    /** The same routes on another node, with the same database. */
    Recipe anotherNode() throws Exception {
        Recipe node = new Recipe(routes, directory, telephony.node());
        node.load();
        node.telephony.start();
        return node;
    }

    /** Stops the routes, and starts them anew at the same address. */
    void restart(Map<String, String> settings) throws Exception {
        telephony = telephony.restart().with(settings);
        load();
        telephony.start();
    }

    CallAutomationSimulator simulator() {
        return telephony.simulator();
    }

    Telephony telephony() {
        return telephony;
    }

    SimulatedPhone phone(String id) {
        return simulator().phone(id);
    }

    String setting(String key) {
        return telephony.setting(key);
    }

    /** A message for a route; its failure is thrown. */
    void send(String endpoint, Object body, Map<String, Object> headers) throws Exception {
        Exchange exchange = telephony.context().createProducerTemplate().request(endpoint, message -> {
            message.getMessage().setBody(body);
            headers.forEach(message.getMessage()::setHeader);
        });
        if (exchange.getException() != null) {
            throw exchange.getException();
        }
    }

    /** Waits until these parties, and others perhaps, are in the call. */
    void inCall(String call, String... parties) {
        eventually(() -> assertThat(telephony.participants(call)).contains(parties));
    }

    void notInCall(String call, String party) {
        eventually(() -> assertThat(telephony.participants(call)).doesNotContain(party));
    }

    void everyCallIsOver() {
        eventually(() -> assertThat(simulator().calls())
                .isNotEmpty()
                .extracting(CallSnapshot::state)
                .containsOnly(CallState.DISCONNECTED));
    }

    static void eventually(ThrowingRunnable assertion) {
        Awaitility.await()
                .atMost(Duration.ofMinutes(1))
                .pollInterval(Duration.ofMillis(20))
                .untilAsserted(assertion);
    }

    /** Executes statements with semicolons between them. */
    void execute(String sql) throws SQLException {
        try (Connection connection = connection();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    /** The rows of a query, columns with commas between them. */
    List<String> rows(String query) throws SQLException {
        try (Connection connection = connection();
                Statement statement = connection.createStatement();
                ResultSet result = statement.executeQuery(query)) {
            List<String> rows = new ArrayList<>();
            while (result.next()) {
                List<String> row = new ArrayList<>();
                for (int i = 1; i <= result.getMetaData().getColumnCount(); i++) {
                    row.add(result.getString(i));
                }
                rows.add(String.join(",", row));
            }
            return rows;
        }
    }

    private Connection connection() throws SQLException {
        return DriverManager.getConnection(setting("database.url"));
    }

    @Override
    public void close() {
        telephony.close();
    }
}
