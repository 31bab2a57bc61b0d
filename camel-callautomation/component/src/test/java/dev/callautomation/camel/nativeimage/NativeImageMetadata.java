package dev.callautomation.camel.nativeimage;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.annotation.Annotation;
import java.lang.reflect.AnnotatedElement;
import java.lang.reflect.Constructor;
import java.lang.reflect.Modifier;
import java.lang.reflect.Parameter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import com.fasterxml.jackson.core.util.Separators;
import com.fasterxml.jackson.databind.JsonDeserializer;
import com.fasterxml.jackson.databind.JsonSerializer;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.ObjectWriter;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

/**
 * What a native image of GraalVM has to keep of this module, by the compiled classes: what Jackson, Camel and routes find by
 * reflection or by name. The form is the one with a file for reflection and a file for resources: GraalVM for JDK 17 and 21 reads
 * no other, and later versions still read it.
 */
final class NativeImageMetadata {

    private static final Path CLASSES = Path.of("target", "classes");
    private static final Path SOURCES = Path.of("src", "main", "java");
    private static final String ROOT = "dev.callautomation.camel";
    private static final List<String> PUBLIC = List.of(ROOT, ROOT + ".event", ROOT + ".model", ROOT + ".streaming");
    private static final Path SERVICES = CLASSES.resolve(Path.of("META-INF", "services"));

    /** What is loaded by its name, as a literal or a constant. */
    private static final Pattern LOADED =
            Pattern.compile("(?:forName|loadClass|resolve(?:Mandatory)?Class)\\(\\s*(?:\"([^\"]+)\"|([A-Z_]+))");

    private final ObjectMapper json = new ObjectMapper();
    private final SortedMap<String, ObjectNode> types = new TreeMap<>();

    private NativeImageMetadata() {}

    /** The text of each file, by its name. */
    static Map<String, String> files() throws IOException {
        NativeImageMetadata metadata = new NativeImageMetadata();
        return Map.of("reflect-config.json", metadata.reflection(), "resource-config.json", metadata.resources());
    }

    private String reflection() throws IOException {
        ownTypes().forEach(this::add);
        camelServices().forEach(this::add);
        for (Path provider : providers()) {
            names(provider)
                    .forEach(name -> addConstructor(name, provider.getFileName().toString()));
        }
        namesInSources().forEach(this::addOptional);
        ArrayNode all = json.createArrayNode();
        types.values().forEach(all::add);
        return text(all);
    }

    private String resources() throws IOException {
        ObjectNode all = json.createObjectNode();
        ArrayNode includes = all.putObject("resources").putArray("includes");
        try (Stream<Path> files = Files.walk(CLASSES)) {
            files.filter(Files::isRegularFile)
                    .map(file -> CLASSES.relativize(file).toString().replace('\\', '/'))
                    .filter(NativeImageMetadata::isRead)
                    .sorted()
                    .forEach(name -> includes.addObject().put("pattern", "\\Q" + name + "\\E"));
        }
        return text(all);
    }

    /** Not those that are left out of the jar, and those for people and tools. */
    private static boolean isRead(String file) {
        return file.contains("/")
                && !file.endsWith(".class")
                && !file.startsWith("META-INF/native-image/")
                && !file.matches("META-INF/[^/]+");
    }

    /** Public types, which routes name or read members of, and what Jackson reads and writes. */
    static List<Class<?>> ownTypes() throws IOException {
        try (Stream<Path> files = Files.walk(CLASSES)) {
            return files.map(file -> CLASSES.relativize(file).toString())
                    .filter(file -> file.endsWith(".class") && !file.endsWith("-info.class"))
                    .<Class<?>>map(file -> load(file.replaceAll("\\.class$", "").replaceAll("[/\\\\]", ".")))
                    .filter(type -> !type.isAnonymousClass() && !type.isSynthetic())
                    .filter(type -> isPublic(type) || isForJackson(type))
                    .flatMap(type -> Stream.concat(Stream.of(type), enums(type)))
                    .distinct()
                    .toList();
        }
    }

    /** Of its own, without annotations. */
    private static Stream<Class<?>> enums(Class<?> type) {
        return Stream.of(type.getDeclaredClasses()).filter(Class::isEnum);
    }

    private static boolean isPublic(Class<?> type) {
        return PUBLIC.contains(type.getPackageName()) && Modifier.isPublic(type.getModifiers());
    }

    private static boolean isForJackson(Class<?> type) {
        return JsonSerializer.class.isAssignableFrom(type)
                || JsonDeserializer.class.isAssignableFrom(type)
                || Stream.of(
                                Stream.of(type),
                                Stream.of(type.getDeclaredFields()),
                                Stream.of(type.getDeclaredMethods()),
                                Stream.of(type.getDeclaredConstructors()),
                                Stream.of(type.getDeclaredConstructors()).flatMap(NativeImageMetadata::parameters))
                        .flatMap(elements -> elements)
                        .map(AnnotatedElement.class::cast)
                        .flatMap(element -> Stream.of(element.getDeclaredAnnotations()))
                        .map(Annotation::annotationType)
                        .anyMatch(annotation -> annotation.getName().startsWith("com.fasterxml.jackson."));
    }

    private static Stream<Parameter> parameters(Constructor<?> constructor) {
        return Stream.of(constructor.getParameters());
    }

    /** What Camel finds by files of its own. */
    private static List<Class<?>> camelServices() throws IOException {
        try (Stream<Path> files = Files.walk(SERVICES)) {
            return files.filter(file -> Files.isRegularFile(file) && file.getParent() != null)
                    .filter(file -> !file.getParent().equals(SERVICES))
                    .filter(file -> !file.toString().matches(".*\\.(properties|json)"))
                    .flatMap(file -> names(file).stream())
                    .<Class<?>>map(NativeImageMetadata::load)
                    .toList();
        }
    }

    /** The files of {@link java.util.ServiceLoader}. */
    private static List<Path> providers() throws IOException {
        try (Stream<Path> files = Files.list(SERVICES)) {
            return files.filter(Files::isRegularFile).toList();
        }
    }

    private static List<String> names(Path service) {
        try {
            return Files.readAllLines(service).stream()
                    .filter(line -> !line.isBlank() && !line.startsWith("#"))
                    .map(line -> line.replace("class=", "").trim())
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<String> namesInSources() throws IOException {
        try (Stream<Path> files = Files.walk(SOURCES)) {
            return files.filter(file -> file.toString().endsWith(".java"))
                    .flatMap(NativeImageMetadata::namesInSource)
                    .toList();
        }
    }

    private static Stream<String> namesInSource(Path file) {
        String source;
        try {
            source = Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return LOADED.matcher(source).results().map(call -> {
            if (call.group(1) != null) {
                return call.group(1);
            }
            Matcher constant = Pattern.compile("\\b" + call.group(2) + "\\s*=\\s*\"([^\"]+)\"")
                    .matcher(source);
            if (!constant.find()) {
                throw new IllegalStateException(file + " loads a class by a name that is not found: " + call.group());
            }
            return constant.group(1);
        });
    }

    private static Class<?> load(String name) {
        try {
            return Class.forName(name, false, NativeImageMetadata.class.getClassLoader());
        } catch (ClassNotFoundException e) {
            throw new IllegalStateException(e);
        }
    }

    private void add(Class<?> type) {
        ObjectNode entry = types.computeIfAbsent(
                type.getName(), name -> json.createObjectNode().put("name", name));
        entry.put("allDeclaredConstructors", true);
        entry.put("allDeclaredMethods", true);
        entry.put("allDeclaredFields", true);
        if (type.isRecord()) {
            entry.put("allRecordComponents", true);
        }
    }

    /** Is made if the library of its service is there. */
    private void addConstructor(String name, String service) {
        ObjectNode entry = json.createObjectNode();
        entry.putObject("condition").put("typeReachable", service);
        entry.put("name", name);
        ObjectNode constructor = entry.putArray("methods").addObject();
        constructor.put("name", "<init>").putArray("parameterTypes");
        types.put(name, entry);
    }

    /** Is found if its library is there. */
    private void addOptional(String name) {
        ObjectNode entry = json.createObjectNode();
        entry.putObject("condition").put("typeReachable", name);
        types.put(name, entry.put("name", name));
    }

    private String text(Object tree) throws IOException {
        DefaultIndenter indenter = new DefaultIndenter("  ", "\n");
        DefaultPrettyPrinter printer = new DefaultPrettyPrinter(
                        Separators.createDefaultInstance().withObjectFieldValueSpacing(Separators.Spacing.AFTER))
                .withObjectIndenter(indenter)
                .withArrayIndenter(indenter);
        ObjectWriter writer = json.writer(printer);
        return writer.writeValueAsString(tree) + "\n";
    }
}
