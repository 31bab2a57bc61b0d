package dev.callautomation.examples.scaleout.simulation;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import org.h2.jdbcx.JdbcConnectionPool;
import org.h2.tools.Server;

/** The database in which workers record the steps of calls: in memory, with a TCP server for the workers. */
final class CallLog implements AutoCloseable {

    /** A recorded step. */
    record Step(String call, String name, String worker) {}

    private static final String USER = "calls";

    private final String database = "mem:" + UUID.randomUUID();
    private final String password = UUID.randomUUID().toString();
    private final Server server;
    private final JdbcConnectionPool connections;

    private CallLog() throws SQLException {
        connections = JdbcConnectionPool.create("jdbc:h2:" + database + ";DB_CLOSE_DELAY=-1", USER, password);
        try (Connection connection = connections.getConnection();
                Statement statement = connection.createStatement()) {
            // each step of a call can be recorded once
            statement.execute("create table step(call varchar(100), name varchar(20), worker varchar(20),"
                    + " primary key(call, name))");
            statement.execute("create table refused(call varchar(100), name varchar(20), worker varchar(20))");
        }
        server = Server.createTcpServer("-tcpPort", "0").start();
    }

    static CallLog start() throws SQLException {
        return new CallLog();
    }

    /** The settings of a worker that connects to it. */
    Map<String, String> environment() {
        return Map.of(
                "CALL_LOG",
                "jdbc:h2:tcp://127.0.0.1:" + server.getPort() + "/" + database,
                "CALL_LOG_USER",
                USER,
                "CALL_LOG_PASSWORD",
                password);
    }

    /** All recorded steps. */
    List<Step> steps() throws SQLException {
        return read("select call, name, worker from step");
    }

    /** The number of calls of which this step is recorded. */
    int count(String step) throws SQLException {
        try (Connection connection = connections.getConnection();
                PreparedStatement statement = connection.prepareStatement("select count(*) from step where name = ?")) {
            statement.setString(1, step);
            try (ResultSet rows = statement.executeQuery()) {
                rows.next();
                return rows.getInt(1);
            }
        }
    }

    /** Steps that were to be recorded a second time. */
    List<Step> refused() throws SQLException {
        return read("select call, name, worker from refused");
    }

    private List<Step> read(String query) throws SQLException {
        List<Step> steps = new ArrayList<>();
        try (Connection connection = connections.getConnection();
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(query)) {
            while (rows.next()) {
                steps.add(new Step(rows.getString("call"), rows.getString("name"), rows.getString("worker")));
            }
        }
        return steps;
    }

    @Override
    public void close() throws SQLException {
        server.stop();
        try (Connection connection = connections.getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute("shutdown");
        }
        connections.dispose();
    }
}
