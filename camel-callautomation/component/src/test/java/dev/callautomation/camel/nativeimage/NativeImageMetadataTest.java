package dev.callautomation.camel.nativeimage;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

import com.fasterxml.jackson.databind.AnnotationIntrospector;
import com.fasterxml.jackson.databind.BeanDescription;
import com.fasterxml.jackson.databind.JavaType;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.introspect.BeanPropertyDefinition;
import com.fasterxml.jackson.databind.json.JsonMapper;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The metadata for GraalVM is complete. No native image is built here. The system property {@code docs.update=true} writes the
 * files instead of comparing them.
 */
class NativeImageMetadataTest {

    private static final Path FILES =
            Path.of("src/main/resources/META-INF/native-image/dev.callautomation/camel-callautomation");
    static final String OWN = "dev.callautomation.";

    @ParameterizedTest
    @ValueSource(strings = {"reflect-config.json", "resource-config.json"})
    void metadataIsUpToDate(String name) throws Exception {
        Path file = FILES.resolve(name);
        String expected = NativeImageMetadata.files().get(name);
        if (Boolean.getBoolean("docs.update")) {
            Files.createDirectories(FILES);
            Files.writeString(file, expected);
        }

        assertThat(file)
                .as("run the test with -Ddocs.update=true to write it")
                .exists()
                .content()
                .isEqualTo(expected);
    }

    /** Types of members, of their elements, and the readers and writers that annotations name. */
    @Test
    void typesThatJacksonReachesAreListed() throws Exception {
        JsonMapper mapper = JsonMapper.builder().build();
        AnnotationIntrospector annotations = mapper.getSerializationConfig().getAnnotationIntrospector();
        Set<String> reached = new LinkedHashSet<>();
        for (Class<?> type : NativeImageMetadata.ownTypes()) {
            JavaType java = mapper.constructType(type);
            for (BeanDescription bean : List.<BeanDescription>of(
                    mapper.getSerializationConfig().introspect(java),
                    mapper.getDeserializationConfig().introspect(java))) {
                add(reached, annotations.findSerializer(bean.getClassInfo()));
                add(reached, annotations.findDeserializer(bean.getClassInfo()));
                for (BeanPropertyDefinition property : bean.findProperties()) {
                    add(reached, property.getPrimaryType());
                    if (property.getPrimaryMember() != null) {
                        add(reached, annotations.findSerializer(property.getPrimaryMember()));
                        add(reached, annotations.findDeserializer(property.getPrimaryMember()));
                    }
                }
            }
        }

        assertThat(reached).hasSizeGreaterThan(50);
        assertThat(listed()).containsAll(reached);
    }

    private static void add(Set<String> reached, Object annotated) {
        if (annotated instanceof Class<?> type && type.getName().startsWith(OWN)) {
            reached.add(type.getName());
        }
    }

    private static void add(Set<String> reached, JavaType type) {
        add(reached, type.getRawClass());
        for (int i = 0; i < type.containedTypeCount(); i++) {
            add(reached, type.containedType(i));
        }
        if (type.getContentType() != null) {
            add(reached, type.getContentType());
        }
    }

    static Set<String> listed() throws Exception {
        JsonNode entries =
                new ObjectMapper().readTree(FILES.resolve("reflect-config.json").toFile());
        return entries.findValuesAsText("name").stream().collect(Collectors.toSet());
    }
}
