package dev.callautomation.examples.support.backoffice;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import com.github.tomakehurst.wiremock.common.Json;
import com.github.tomakehurst.wiremock.http.Request;
import com.github.tomakehurst.wiremock.http.ResponseDefinition;

/**
 * The records of the CRM and the four requests that touch them. It reads the one shape of SOQL the examples write,
 * {@code SELECT ... FROM <object> WHERE <field> = '<value>'}, and answers anything else with Salesforce's MALFORMED_QUERY.
 */
final class SalesforceRecords {

    private static final Pattern SOQL =
            Pattern.compile("SELECT ([\\w, ]+) FROM (Contact|Task) WHERE (\\w+) = '([^']*)'( LIMIT \\d+)?");
    private static final Pattern API_VERSION = Pattern.compile("/services/data/(v[0-9.]+)/");

    private final Map<String, Map<String, Object>> contacts = new ConcurrentHashMap<>();
    private final Map<String, Map<String, Object>> tasks = new ConcurrentHashMap<>();
    private final AtomicInteger taskNumber = new AtomicInteger();

    SalesforceRecords(List<Contact> contacts) {
        contacts.forEach(this::add);
    }

    void add(Contact contact) {
        contacts.put(contact.id(), Map.of("Id", contact.id(), "Name", contact.name(), "Phone", contact.phone()));
    }

    ResponseDefinition query(Request request) {
        Matcher soql = SOQL.matcher(request.queryParameter("q").firstValue());
        if (!soql.matches()) {
            return error(400, "MALFORMED_QUERY", "this CRM reads: SELECT .. FROM Contact|Task WHERE field = 'value'");
        }
        List<String> fields = List.of(soql.group(1).split(", *"));
        String object = soql.group(2);
        Stream<Map<String, Object>> table = ("Contact".equals(object) ? contacts : tasks).values().stream();
        List<Map<String, Object>> found = table.filter(row -> soql.group(4).equals(row.get(soql.group(3))))
                .map(row -> row(object, row, fields, version(request)))
                .toList();
        return Answering.json(200, Map.of("totalSize", found.size(), "done", true, "records", found));
    }

    ResponseDefinition createTask(Request request) {
        String id = "00T8d00000%05dEAA".formatted(taskNumber.incrementAndGet());
        Map<String, Object> task = new ConcurrentHashMap<>(fields(request));
        task.put("Id", id);
        tasks.put(id, task);
        return Answering.json(201, Map.of("id", id, "success", true, "errors", List.of()));
    }

    ResponseDefinition updateTask(Request request) {
        Map<String, Object> task = tasks.get(lastSegment(request));
        if (task == null) {
            return notFound();
        }
        task.putAll(fields(request));
        return Answering.empty(204);
    }

    ResponseDefinition getTask(Request request) {
        Map<String, Object> task = tasks.get(lastSegment(request));
        return task == null ? notFound() : Answering.json(200, row("Task", task, task.keySet(), version(request)));
    }

    /** A snapshot of the Tasks as they are now, in no particular order. */
    List<Map<String, Object>> tasks() {
        return tasks.values().stream().map(Map::copyOf).toList();
    }

    private static Map<String, Object> row(
            String object, Map<String, Object> record, Collection<String> fields, String version) {
        String url = "/services/data/%s/sobjects/%s/%s".formatted(version, object, record.get("Id"));
        Map<String, Object> row = new HashMap<>(record);
        row.keySet().retainAll(fields);
        row.put("attributes", Map.of("type", object, "url", url));
        return row;
    }

    @SuppressWarnings("unchecked")
    private static Map<String, Object> fields(Request request) {
        return Json.read(request.getBodyAsString(), Map.class);
    }

    private static String version(Request request) {
        Matcher version = API_VERSION.matcher(request.getUrl());
        return version.find() ? version.group(1) : "v56.0";
    }

    private static String lastSegment(Request request) {
        return request.getUrl().substring(request.getUrl().lastIndexOf('/') + 1);
    }

    private static ResponseDefinition notFound() {
        return error(404, "NOT_FOUND", "The requested resource does not exist");
    }

    private static ResponseDefinition error(int status, String code, String message) {
        return Answering.json(status, List.of(Map.of("errorCode", code, "message", message)));
    }
}
