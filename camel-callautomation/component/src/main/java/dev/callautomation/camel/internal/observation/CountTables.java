package dev.callautomation.camel.internal.observation;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import javax.management.openmbean.CompositeDataSupport;
import javax.management.openmbean.CompositeType;
import javax.management.openmbean.OpenDataException;
import javax.management.openmbean.OpenType;
import javax.management.openmbean.SimpleType;
import javax.management.openmbean.TabularData;
import javax.management.openmbean.TabularDataSupport;
import javax.management.openmbean.TabularType;

/** Counters as tables for JMX. Rows of which nothing was counted are left out. */
public final class CountTables {

    private static final String COUNT = "count";

    private CountTables() {}

    /** Columns: operation, requests, retries, accepted, and one for each outcome but {@code accepted}. */
    public static TabularData byOperation(Counts counts) throws OpenDataException {
        List<OperationOutcome> outcomes = Arrays.stream(OperationOutcome.values())
                .filter(outcome -> outcome != OperationOutcome.ACCEPTED)
                .toList();
        String[] numbers = Stream.concat(
                        Stream.of("requests", "retries", "accepted"),
                        outcomes.stream().map(Labels::of))
                .toArray(String[]::new);
        Table table = Table.of("operations", List.of("operation"), numbers);
        for (var entry : counts.operations().entrySet()) {
            OperationCounts of = entry.getValue();
            if (!of.isEmpty()) {
                Stream<Long> values = Stream.concat(
                        Stream.of(of.requests(), of.retries(), of.accepted()),
                        outcomes.stream().map(of::ended));
                table.add(
                        Stream.concat(Stream.of(entry.getKey().name()), values).toArray());
            }
        }
        return table.data();
    }

    /** Columns: operation, outcome, subCode, count. */
    public static TabularData bySubCode(Counts counts) throws OpenDataException {
        Table table = Table.of("failures", List.of("operation", "outcome", "subCode"), COUNT);
        for (var entry : counts.operations().entrySet()) {
            String operation = entry.getKey().name();
            addBySubCode(
                    table, operation, OperationOutcome.FAILED, entry.getValue().failedBySubCode());
            addBySubCode(
                    table, operation, OperationOutcome.REFUSED, entry.getValue().refusedBySubCode());
        }
        return table.data();
    }

    private static void addBySubCode(Table table, String operation, OperationOutcome outcome, Map<String, Long> counts)
            throws OpenDataException {
        for (var entry : counts.entrySet()) {
            table.add(operation, Labels.of(outcome), entry.getKey(), entry.getValue());
        }
    }

    /** Columns: reason, status, count. */
    public static TabularData byReason(Counts counts) throws OpenDataException {
        Table table = Table.of("refusedDeliveries", List.of("reason"), "status", COUNT);
        for (var entry : counts.refusedByReason().entrySet()) {
            table.add(Labels.of(entry.getKey()), (long) entry.getKey().status(), entry.getValue());
        }
        return table.data();
    }

    /** Columns: type, subCode, count. */
    public static TabularData byType(Counts counts) throws OpenDataException {
        Table table = Table.of("events", List.of("type", "subCode"), COUNT);
        for (var type : counts.eventsBySubCode().entrySet()) {
            for (var subCode : type.getValue().entrySet()) {
                table.add(type.getKey(), subCode.getKey(), subCode.getValue());
            }
        }
        return table.data();
    }

    /** A table whose rows have their values in the order of the columns. */
    private record Table(TabularDataSupport data, String[] columns) {

        static Table of(String name, List<String> keys, String... numbers) throws OpenDataException {
            String[] columns = Stream.concat(keys.stream(), Stream.of(numbers)).toArray(String[]::new);
            OpenType<?>[] types = new OpenType<?>[columns.length];
            Arrays.fill(types, 0, keys.size(), SimpleType.STRING);
            Arrays.fill(types, keys.size(), columns.length, SimpleType.LONG);
            CompositeType row = new CompositeType(name, name, columns, columns, types);
            return new Table(
                    new TabularDataSupport(new TabularType(name, name, row, keys.toArray(String[]::new))), columns);
        }

        void add(Object... values) throws OpenDataException {
            data.put(new CompositeDataSupport(data.getTabularType().getRowType(), columns, values));
        }
    }
}
