package dev.callautomation.camel;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

/** The public packages, the internal ones, and the direction of the dependencies between them. */
@AnalyzeClasses(packages = ArchitectureTest.ROOT, importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {

    static final String ROOT = "dev.callautomation.camel";

    private static final String INTERNAL = ROOT + ".internal";

    @ArchTest
    static final ArchRule PUBLIC_RECORDS_DO_NOT_EXPOSE_INTERNALS = noClasses()
            .that()
            .resideInAnyPackage(ROOT + ".event", ROOT + ".model", ROOT + ".streaming")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(ROOT, INTERNAL + "..");

    @ArchTest
    static final ArchRule INTERNALS_USE_OF_THE_FACE_ONLY_EXCEPTIONS_ENUMS_AND_CONFIGURATION = noClasses()
            .that()
            .resideInAPackage(INTERNAL + "..")
            .should()
            .dependOnClassesThat(describe(
                    "belong to routes and are no exceptions, enums or configuration",
                    type -> type.getPackageName().equals(ROOT)
                            && !(type.isAssignableTo(Throwable.class)
                                    || type.isAssignableTo(CallAutomationRequestFailedException.Response.class)
                                    || type.isEnum()
                                    || isOneOf(
                                            type,
                                            CallAutomationConfiguration.class,
                                            CallAutomationConstants.class,
                                            NodeRelay.class))));

    private static boolean isOneOf(JavaClass type, Class<?>... allowed) {
        for (Class<?> one : allowed) {
            if (type.isEquivalentTo(one)) {
                return true;
            }
        }
        return false;
    }

    @ArchTest
    static final ArchRule INTERNAL_PACKAGES_HAVE_NO_CYCLES =
            slices().matching(INTERNAL + ".(*)..").should().beFreeOfCycles();

    @ArchTest
    static final ArchRule EVENTS_ARRIVE_WITHOUT_KNOWLEDGE_OF_REQUESTS = noClasses()
            .that()
            .resideInAnyPackage(INTERNAL + ".ingress", INTERNAL + ".completion")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(
                    INTERNAL + ".client", INTERNAL + ".connection", INTERNAL + ".operation", INTERNAL + ".exchange");

    @ArchTest
    static final ArchRule THE_CLIENT_AND_SECURITY_DO_NOT_DEPEND_ON_CAMEL = noClasses()
            .that()
            .resideInAnyPackage(INTERNAL + ".client", INTERNAL + ".security")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("org.apache.camel..");

    @ArchTest
    static final ArchRule RECORDS_DO_NOT_DEPEND_ON_ROUTES = noClasses()
            .that()
            .resideInAnyPackage(ROOT + ".model")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(ROOT + ".event", ROOT + ".streaming", "org.apache.camel..");

    @ArchTest
    static final ArchRule THE_SIMULATOR_IS_FOR_TESTS_ONLY =
            noClasses().should().dependOnClassesThat().resideInAPackage("dev.callautomation.simulator..");
}
