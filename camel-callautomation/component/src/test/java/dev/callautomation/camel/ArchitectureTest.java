package dev.callautomation.camel;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.library.dependencies.SlicesRuleDefinition;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

/** Arrows between packages point one way. */
@AnalyzeClasses(packages = "dev.callautomation.camel", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {

    private static final String ROOT = "dev.callautomation.camel";

    @ArchTest
    static final ArchRule PACKAGES_FORM_NO_CYCLE =
            SlicesRuleDefinition.slices().matching(ROOT + ".(**)").should().beFreeOfCycles();

    @ArchTest
    static final ArchRule NOTHING_KNOWS_THE_ROOT = noClasses()
            .that()
            .resideInAPackage(ROOT + ".*..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage(ROOT);

    @ArchTest
    static final ArchRule THE_MODEL_KNOWS_NOTHING_OF_OURS = noClasses()
            .that()
            .resideInAPackage(ROOT + ".model")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(
                    ROOT + ".client", ROOT + ".operation", ROOT + ".event", ROOT + ".ingress", "org.apache.camel..");

    @ArchTest
    static final ArchRule THE_CLIENT_KNOWS_NO_CAMEL = noClasses()
            .that()
            .resideInAPackage(ROOT + ".client")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(ROOT + ".operation", ROOT + ".event", ROOT + ".ingress", "org.apache.camel..");

    @ArchTest
    static final ArchRule EVENTS_AND_OPERATIONS_DO_NOT_KNOW_EACH_OTHER = noClasses()
            .that()
            .resideInAnyPackage(ROOT + ".event", ROOT + ".ingress")
            .should()
            .dependOnClassesThat()
            .resideInAPackage(ROOT + ".operation");

    @ArchTest
    static final ArchRule EVENTS_DO_NOT_KNOW_HOW_THEY_COME_IN = noClasses()
            .that()
            .resideInAPackage(ROOT + ".event")
            .should()
            .dependOnClassesThat()
            .resideInAPackage(ROOT + ".ingress");

    @ArchTest
    static final ArchRule WAITING_KNOWS_NOTHING_OF_REQUESTS_AND_WHO_MAY_DELIVER = noClasses()
            .that()
            .resideInAPackage(ROOT + ".completion")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(ROOT + ".client", ROOT + ".security", ROOT + ".streaming");

    @ArchTest
    static final ArchRule NOBODY_KNOWS_WHO_WAITS = noClasses()
            .that()
            .resideInAPackage(ROOT + ".*..")
            .and()
            .resideOutsideOfPackage(ROOT + ".completion")
            .should()
            .dependOnClassesThat()
            .resideInAPackage(ROOT + ".completion");

    @ArchTest
    static final ArchRule FRAMES_KNOW_THE_MODEL_ALONE = noClasses()
            .that()
            .resideInAPackage(ROOT + ".streaming")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(ROOT + ".client", ROOT + ".operation", ROOT + ".event", ROOT + ".ingress");

    @ArchTest
    static final ArchRule SECURITY_KNOWS_NOTHING_OF_EVENTS_AND_ROUTES = noClasses()
            .that()
            .resideInAPackage(ROOT + ".security")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(ROOT + ".operation", ROOT + ".event", ROOT + ".ingress", "org.apache.camel..");

    @ArchTest
    static final ArchRule THE_SIMULATOR_IS_FOR_TESTS_ONLY =
            noClasses().should().dependOnClassesThat().resideInAPackage("dev.callautomation.simulator..");
}
