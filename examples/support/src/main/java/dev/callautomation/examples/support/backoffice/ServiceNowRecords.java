package dev.callautomation.examples.support.backoffice;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;

import com.github.tomakehurst.wiremock.common.Json;
import com.github.tomakehurst.wiremock.http.Request;
import com.github.tomakehurst.wiremock.http.ResponseDefinition;

/** The incidents of the ticket system. Of {@code sysparm_query} it reads a single {@code field=value}. */
final class ServiceNowRecords {

    private static final String STATE_NEW = "1";

    private final Map<String, Map<String, Object>> incidents = new ConcurrentHashMap<>();
    private final AtomicInteger number = new AtomicInteger();

    ResponseDefinition create(Request request) {
        String sysId = UUID.randomUUID().toString().replace("-", "");
        Map<String, Object> incident = new ConcurrentHashMap<>(fields(request));
        incident.put("sys_id", sysId);
        incident.put("number", "INC%07d".formatted(number.incrementAndGet()));
        incident.putIfAbsent("state", STATE_NEW);
        incidents.put(sysId, incident);
        return result(201, incident);
    }

    ResponseDefinition query(Request request) {
        String[] condition =
                request.queryParameter("sysparm_query").firstValue().split("=", 2);
        List<Map<String, Object>> found = incidents.values().stream()
                .filter(incident -> condition.length == 2 && condition[1].equals(incident.get(condition[0])))
                .toList();
        return result(200, found);
    }

    ResponseDefinition update(Request request) {
        Map<String, Object> incident = incidents.get(lastSegment(request));
        if (incident == null) {
            return notFound();
        }
        incident.putAll(fields(request));
        return result(200, incident);
    }

    ResponseDefinition get(Request request) {
        Map<String, Object> incident = incidents.get(lastSegment(request));
        return incident == null ? notFound() : result(200, incident);
    }

    List<Map<String, Object>> incidents() {
        return incidents.values().stream().map(Map::copyOf).toList();
    }

    private static ResponseDefinition result(int status, Object result) {
        return Answering.json(status, Map.of("result", result));
    }

    private static ResponseDefinition notFound() {
        Map<String, String> error = Map.of(
                "message", "No Record found", "detail", "Record doesn't exist or ACL restricts the record retrieval");
        return Answering.json(404, Map.of("error", error, "status", "failure"));
    }

    @SuppressWarnings("unchecked")
    private static Map<String, Object> fields(Request request) {
        return Json.read(request.getBodyAsString(), Map.class);
    }

    private static String lastSegment(Request request) {
        return request.getUrl().substring(request.getUrl().lastIndexOf('/') + 1);
    }
}
