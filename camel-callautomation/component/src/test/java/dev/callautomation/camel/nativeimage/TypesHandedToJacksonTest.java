package dev.callautomation.camel.nativeimage;

import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.ReferencedClassObject;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;

import static org.assertj.core.api.Assertions.assertThat;

/** Such as in {@code readValue(json, Some.class)}, and in tables of types. */
@AnalyzeClasses(packages = "dev.callautomation.camel", importOptions = ImportOption.DoNotIncludeTests.class)
class TypesHandedToJacksonTest {

    @ArchTest
    static void areListedForNativeImages(JavaClasses classes) throws Exception {
        Set<String> literals = classes.stream()
                .filter(type -> type.getDirectDependenciesFromSelf().stream()
                        .anyMatch(to -> to.getTargetClass().getPackageName().startsWith("com.fasterxml.jackson")))
                .flatMap(TypesHandedToJacksonTest::literals)
                .collect(Collectors.toSet());

        assertThat(literals).isNotEmpty();
        assertThat(NativeImageMetadataTest.listed()).containsAll(literals);
    }

    /** Not of the class itself, as for its logger, and of enums, as for maps: they are reached as members. */
    private static Stream<String> literals(JavaClass type) {
        return type.getReferencedClassObjects().stream()
                .map(ReferencedClassObject::getValue)
                .filter(literal -> !literal.equals(type) && !literal.isEnum())
                .map(JavaClass::getName)
                .filter(name -> name.startsWith(NativeImageMetadataTest.OWN));
    }
}
