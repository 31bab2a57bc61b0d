package dev.callautomation.camel.docs;

import java.io.IOException;
import java.io.StringWriter;
import java.net.URI;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import javax.tools.JavaCompiler;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;

import org.apache.camel.RoutesBuilder;

import dev.callautomation.camel.docs.Page.Snippet;

import static org.assertj.core.api.Assertions.assertThat;

/** Compiles the Java code of pages. */
final class JavaSnippets {

    private static final Pattern TYPE = Pattern.compile("public class (\\w+)");
    private static final String ROUTES = """
            import org.apache.camel.Message;
            import org.apache.camel.builder.RouteBuilder;

            import dev.callautomation.camel.*;
            import dev.callautomation.camel.event.*;
            import dev.callautomation.camel.model.*;
            import dev.callautomation.camel.streaming.*;

            public class Snippet extends RouteBuilder {

                @Override
                public void configure() {
            %s
                }
            }
            """;

    private JavaSnippets() {}

    /** Code that starts with a dot follows a {@code from("direct:snippet")}. */
    static boolean isOperation(Snippet snippet) {
        return snippet.text().startsWith(".to(");
    }

    static boolean isRoutes(Snippet snippet) {
        return snippet.text().startsWith("from(")
                || snippet.text().startsWith("onException(")
                || snippet.text().contains("extends RouteBuilder");
    }

    /** The routes of a snippet that is a route builder, or the body of one. */
    static RoutesBuilder routes(Snippet snippet, Path classes) throws Exception {
        String code = isOperation(snippet) ? "from(\"direct:snippet\")" + snippet.text() + ";" : snippet.text();
        Matcher type = TYPE.matcher(code);
        String name = type.find() ? type.group(1) : "Snippet";
        String source = name.equals("Snippet") ? ROUTES.formatted(code) : code;
        return (RoutesBuilder) compile(Map.of(name, source), classes)
                .loadClass(name)
                .getConstructor()
                .newInstance();
    }

    /**
     * @param sources by the full name of their class
     * @param classes an empty directory for the result, which has to live as long as the classes
     */
    static ClassLoader compile(Map<String, String> sources, Path classes) throws IOException {
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        StringWriter complaints = new StringWriter();
        try (StandardJavaFileManager files = compiler.getStandardFileManager(null, null, null)) {
            List<String> options = List.of(
                    "-proc:none", "-d", classes.toString(), "-classpath", System.getProperty("java.class.path"));
            Stream<JavaFileObject> units =
                    sources.entrySet().stream().map(entry -> source(entry.getKey(), entry.getValue()));
            boolean compiled = compiler.getTask(complaints, files, null, options, null, units.toList())
                    .call();
            assertThat(compiled).as(complaints.toString()).isTrue();
        }
        return new URLClassLoader(new URL[] {classes.toUri().toURL()}, JavaSnippets.class.getClassLoader());
    }

    private static JavaFileObject source(String type, String code) {
        URI uri = URI.create("string:///" + type.replace('.', '/') + ".java");
        return new SimpleJavaFileObject(uri, JavaFileObject.Kind.SOURCE) {
            @Override
            public CharSequence getCharContent(boolean ignoreEncodingErrors) {
                return code;
            }
        };
    }
}
