package dev.callautomation.camel.kamelets;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.regex.Pattern;

import org.apache.camel.CamelContext;
import org.apache.camel.component.kamelet.Kamelet;
import org.apache.camel.model.Model;
import org.apache.camel.model.RouteDefinition;
import org.apache.camel.spi.Resource;

/** The routes that Camel makes of Pipes. Only their file tells them from others. */
final class PipeRoutes {

    private static final Pattern PIPE = Pattern.compile("^\"?kind\"?\\s*:\\s*[\"']?Pipe\\b", Pattern.MULTILINE);

    private PipeRoutes() {}

    /** Whether the route that is being created is of a Kamelet in a Pipe, or of a Kamelet in such a Kamelet. */
    static boolean isCreating(CamelContext context) {
        Model model = context.getCamelContextExtension().getContextPlugin(Model.class);
        String id = context.getCamelContextExtension().getCreateRoute();
        RouteDefinition route = null;
        while (id != null) {
            route = model.getRouteDefinition(id);
            id = route == null ? null : parent(route.getTemplateParameters());
        }
        return route != null && isPipe(route.getResource());
    }

    private static String parent(Map<String, Object> templateParameters) {
        return templateParameters == null ? null : (String) templateParameters.get(Kamelet.PARENT_ROUTE_ID);
    }

    private static boolean isPipe(Resource file) {
        if (file == null || !file.exists()) {
            return false;
        }
        try (InputStream content = file.getInputStream()) {
            return PIPE.matcher(new String(content.readAllBytes(), StandardCharsets.UTF_8))
                    .find();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
