package dev.callautomation.simulator;

import java.time.Instant;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.Architectures.layeredArchitecture;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

/** Checks the direction of dependencies between packages. */
@AnalyzeClasses(packages = "dev.callautomation.simulator", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {

    private static final String ROOT = "dev.callautomation.simulator";

    @ArchTest
    static final ArchRule dependenciesPointOneWay = layeredArchitecture()
            .consideringOnlyDependenciesInLayers()
            .layer("entry points")
            .definedBy(ROOT + ".cli", ROOT + ".junit")
            .layer("root")
            .definedBy(ROOT)
            .layer("scenarios")
            .definedBy(ROOT + ".scenario")
            .layer("apis")
            .definedBy(ROOT + ".rest", ROOT + ".control", ROOT + ".page")
            .layer("delivery")
            .definedBy(ROOT + ".delivery", ROOT + ".recording", ROOT + ".streaming")
            .layer("execution")
            .definedBy(
                    ROOT + ".executor",
                    ROOT + ".timeline",
                    ROOT + ".auth",
                    ROOT + ".fault",
                    ROOT + ".wire",
                    ROOT + ".audio")
            .layer("engine")
            .definedBy(ROOT + ".engine..")
            .layer("model")
            .definedBy(ROOT + ".model")
            .whereLayer("entry points")
            .mayNotBeAccessedByAnyLayer()
            .whereLayer("root")
            .mayOnlyBeAccessedByLayers("entry points")
            .whereLayer("scenarios")
            .mayOnlyBeAccessedByLayers("entry points", "root")
            .whereLayer("apis")
            .mayOnlyBeAccessedByLayers("root", "scenarios")
            .whereLayer("delivery")
            .mayOnlyBeAccessedByLayers("root", "scenarios")
            .whereLayer("execution")
            .mayOnlyBeAccessedByLayers("root", "scenarios", "apis", "delivery")
            .whereLayer("engine")
            .mayOnlyBeAccessedByLayers("root", "scenarios", "apis", "delivery", "execution");

    @ArchTest
    static final ArchRule packagesHaveNoCycles =
            slices().matching(ROOT + ".(*)..").should().beFreeOfCycles();

    @ArchTest
    static final ArchRule enginePackagesHaveNoCycles =
            slices().matching(ROOT + ".engine.(**)").should().beFreeOfCycles();

    @ArchTest
    static final ArchRule engineStateDoesNotDependOnCommands = noClasses()
            .that()
            .resideInAPackage(ROOT + ".engine.call")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(ROOT + ".engine", ROOT + ".engine.command..");

    @ArchTest
    static final ArchRule engineDoesNoInputOrOutput = noClasses()
            .that()
            .resideInAnyPackage(ROOT + ".engine..", ROOT + ".model")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(
                    "io.vertx..", "com.fasterxml..", "java.net.http..", "java.io..", "java.util.concurrent..");

    @ArchTest
    static final ArchRule mediaDoesNotDependOnCalls = noClasses()
            .that()
            .resideInAPackage(ROOT + ".engine.media")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(ROOT + ".engine", ROOT + ".engine.call..", ROOT + ".engine.command..");

    @ArchTest
    static final ArchRule nothingDependsOnCamel =
            noClasses().should().dependOnClassesThat().resideInAnyPackage("org.apache.camel..");

    @ArchTest
    static final ArchRule engineDoesNotReadTheClock =
            noClasses().that().resideInAPackage(ROOT + ".engine..").should().callMethod(Instant.class, "now");
}
