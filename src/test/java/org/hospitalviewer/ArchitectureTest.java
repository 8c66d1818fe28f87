package org.hospitalviewer;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.conditions.ArchConditions.onlyDependOnClassesThat;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import com.vaadin.flow.server.Command;

/** The dependency rules of the house. */
@AnalyzeClasses(packages = "org.hospitalviewer", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {

    private static final String DICOM = "org.hospitalviewer.dicom..";
    private static final String ARCHIVE = "org.hospitalviewer.archive..";
    private static final String CLINICAL = "org.hospitalviewer.clinical..";
    private static final String ACCESS = "org.hospitalviewer.access..";
    private static final String APPLIANCE = "org.hospitalviewer.appliance..";
    private static final String LANGUAGE = "org.hospitalviewer.language..";
    private static final String UI = "org.hospitalviewer.ui..";
    private static final String DICOMWEB = "org.hospitalviewer.dicomweb..";
    private static final String NODE = "org.hospitalviewer.node..";

    @ArchTest
    static final ArchRule toolkitStandsAlone = classes().that().resideInAPackage(DICOM)
            .should(onlyDependOnClassesThat(resideInAnyPackage(DICOM, "java..", "javax.imageio..", "jdk.net..",
                    "org.slf4j..")));

    @ArchTest
    static final ArchRule servicesKnowNoDoors = noClasses().that()
            .resideInAnyPackage(ARCHIVE, CLINICAL, ACCESS, APPLIANCE, LANGUAGE)
            .should().dependOnClassesThat().resideInAnyPackage(UI, DICOMWEB, NODE)
            .allowEmptyShould(true);

    @ArchTest
    static final ArchRule embeddedArchiveIsKnownOnlyThroughItsInterface = noClasses().that()
            .resideOutsideOfPackage("org.hospitalviewer.archive.embedded..")
            .should().dependOnClassesThat().resideInAPackage("org.hospitalviewer.archive.embedded..");

    @ArchTest
    static final ArchRule remoteArchiveIsKnownOnlyThroughItsInterface = noClasses().that()
            .resideOutsideOfPackage("org.hospitalviewer.archive.remote..")
            .should().dependOnClassesThat().resideInAPackage("org.hospitalviewer.archive.remote..");

    @ArchTest
    static final ArchRule doorsHoldNoSql = noClasses().that().resideInAnyPackage(UI, DICOMWEB, NODE)
            .should().dependOnClassesThat(resideInAnyPackage("java.sql..", "javax.sql..",
                    "org.springframework.jdbc.."));

    @ArchTest
    static final ArchRule restControllersOfAccessHoldNoSql = noClasses().that().haveSimpleNameEndingWith("Controller")
            .should().dependOnClassesThat(resideInAnyPackage("java.sql..", "org.springframework.jdbc.."));

    @ArchTest
    static final ArchRule onlyAccessDecides = noClasses().that(DescribedPredicate.not(resideInAPackage(ACCESS)))
            .should().dependOnClassesThat().haveFullyQualifiedName("org.hospitalviewer.access.Rights");

    @ArchTest
    static final ArchRule vaadinIsKnownOnlyToTheScreens = noClasses().that()
            .resideInAnyPackage(ARCHIVE, CLINICAL, APPLIANCE, DICOMWEB, NODE)
            .should().dependOnClassesThat().resideInAPackage("com.vaadin..")
            .allowEmptyShould(true);

    /** Elsewhere a change could wait for the next click, see there. */
    @ArchTest
    static final ArchRule screensChangeByScreenUpdate = noClasses()
            .that().doNotHaveFullyQualifiedName("org.hospitalviewer.ui.ScreenUpdate")
            .should().callMethod(com.vaadin.flow.component.UI.class, "access", Command.class);
}
