package dev.callautomation.simulator;

import java.time.Instant;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.Architectures.layeredArchitecture;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

/** Packages are rooms with one purpose, and the doors open one way. */
@AnalyzeClasses(packages = "dev.callautomation.simulator", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {

    private static final String ROOT = "dev.callautomation.simulator";

    @ArchTest
    static final ArchRule arrowsPointOneWay = layeredArchitecture()
            .consideringOnlyDependenciesInLayers()
            .layer("entrances")
            .definedBy(ROOT + ".cli", ROOT + ".junit")
            .layer("root")
            .definedBy(ROOT)
            .layer("apis")
            .definedBy(ROOT + ".rest", ROOT + ".control")
            .layer("delivery")
            .definedBy(ROOT + ".delivery", ROOT + ".recording", ROOT + ".streaming")
            .layer("running")
            .definedBy(
                    ROOT + ".switchboard",
                    ROOT + ".timeline",
                    ROOT + ".auth",
                    ROOT + ".fault",
                    ROOT + ".wire",
                    ROOT + ".audio")
            .layer("engine")
            .definedBy(ROOT + ".engine..")
            .layer("model")
            .definedBy(ROOT + ".model")
            .whereLayer("entrances")
            .mayNotBeAccessedByAnyLayer()
            .whereLayer("root")
            .mayOnlyBeAccessedByLayers("entrances")
            .whereLayer("apis")
            .mayOnlyBeAccessedByLayers("root")
            .whereLayer("delivery")
            .mayOnlyBeAccessedByLayers("root")
            .whereLayer("running")
            .mayOnlyBeAccessedByLayers("root", "apis", "delivery")
            .whereLayer("engine")
            .mayOnlyBeAccessedByLayers("root", "apis", "delivery", "running");

    @ArchTest
    static final ArchRule packagesHaveNoCycles =
            slices().matching(ROOT + ".(*)..").should().beFreeOfCycles();

    @ArchTest
    static final ArchRule theEngineDoesNoInputOrOutput = noClasses()
            .that()
            .resideInAnyPackage(ROOT + ".engine..", ROOT + ".model")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(
                    "io.vertx..", "com.fasterxml..", "java.net.http..", "java.io..", "java.util.concurrent..");

    @ArchTest
    static final ArchRule mediaKnowsNothingOfCalls = noClasses()
            .that()
            .resideInAPackage(ROOT + ".engine.media")
            .should()
            .dependOnClassesThat()
            .resideInAPackage(ROOT + ".engine");

    @ArchTest
    static final ArchRule camelIsNotNeeded =
            noClasses().should().dependOnClassesThat().resideInAnyPackage("org.apache.camel..");

    @ArchTest
    static final ArchRule theEngineIsToldTheTime =
            noClasses().that().resideInAPackage(ROOT + ".engine..").should().callMethod(Instant.class, "now");
}
