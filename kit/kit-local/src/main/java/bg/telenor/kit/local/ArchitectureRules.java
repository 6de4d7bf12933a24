package bg.telenor.kit.local;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noFields;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.properties.HasName;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.time.Clock;
import java.time.Instant;
import java.util.Set;
import java.util.stream.Stream;

/** The rules of style that a machine can check; each service's own test calls {@link #check}. */
public final class ArchitectureRules {

    private static final Set<String> SERVICES =
            Set.of("identity", "portability", "debtcheck", "pay", "consent");

    private static final String[] DOMAIN_MAY_USE = {
        "java.lang..",
        "java.math..",
        "java.text..",
        "java.time..",
        "java.util..",
        "bg.telenor.kit.value..",
        "bg.telenor.kit.subject..",
        "bg.telenor.kit.processing.."
    };

    private ArchitectureRules() {}

    /**
     * Checks all rules over a service's classes.
     *
     * @param root such as {@code bg.telenor.portability}
     */
    public static void check(String root) {
        var classes =
                new ClassFileImporter()
                        .withImportOption(new ImportOption.DoNotIncludeTests())
                        .importPackages(root);
        if (classes.isEmpty()) {
            throw new AssertionError("no classes below " + root);
        }
        check(root, classes);
    }

    static void check(String root, JavaClasses classes) {
        domainIsPlainJava(root, classes);
        domainAsksForNoTime(root, classes);
        noServiceDependsOnAnother(root, classes);
        packagesAreFeatures(root, classes);
        nothingIsInjectedIntoFields(classes);
        nobodySleeps(classes);
    }

    private static void domainIsPlainJava(String root, JavaClasses classes) {
        var domain = root + ".domain..";
        var allowed = Stream.concat(Stream.of(DOMAIN_MAY_USE), Stream.of(domain));
        classes()
                .that()
                .resideInAPackage(domain)
                .should()
                .onlyDependOnClassesThat(
                        JavaClass.Predicates.resideInAnyPackage(allowed.toArray(String[]::new))
                                .or(
                                        DescribedPredicate.describe(
                                                "are arrays of values", JavaClass::isArray))
                                .or(
                                        DescribedPredicate.describe(
                                                "are primitive", JavaClass::isPrimitive)))
                .because("domain is plain Java and does no input or output")
                .allowEmptyShould(true)
                .check(classes);
    }

    private static void domainAsksForNoTime(String root, JavaClasses classes) {
        noClasses()
                .that()
                .resideInAPackage(root + ".domain..")
                .should()
                .dependOnClassesThat()
                .areAssignableTo(Clock.class)
                .orShould()
                .callMethodWhere(
                        DescribedPredicate.describe(
                                "a type of java.time is asked for now",
                                call ->
                                        call.getName().equals("now")
                                                && call.getTargetOwner()
                                                        .getPackageName()
                                                        .equals(Instant.class.getPackageName())))
                .because("domain is given the time, it does not ask for it")
                .allowEmptyShould(true)
                .check(classes);
    }

    private static void noServiceDependsOnAnother(String root, JavaClasses classes) {
        var others =
                SERVICES.stream()
                        .map(service -> "bg.telenor." + service)
                        .filter(service -> !service.equals(root))
                        .map(service -> service + "..")
                        .toArray(String[]::new);
        noClasses()
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(others)
                .because("events are the only published language")
                .check(classes);
    }

    private static void packagesAreFeatures(String root, JavaClasses classes) {
        noClasses()
                .should()
                .resideInAnyPackage(
                        "..service..",
                        "..impl..",
                        "..dto..",
                        "..mapper..",
                        "..util..",
                        "..common..",
                        "..config..")
                .because("a package is a feature")
                .check(classes);
        noClasses()
                .should()
                .resideInAPackage(root + ".*.*..")
                .because("packages are flat, one level below the service")
                .check(classes);
    }

    private static void nothingIsInjectedIntoFields(JavaClasses classes) {
        noFields()
                .should()
                .beAnnotatedWith("jakarta.inject.Inject")
                .orShould()
                .beAnnotatedWith("org.eclipse.microprofile.config.inject.ConfigProperty")
                .because("what a class needs is in its constructor")
                .allowEmptyShould(true)
                .check(classes);
    }

    private static void nobodySleeps(JavaClasses classes) {
        noClasses()
                .should()
                .callMethodWhere(
                        JavaAccess.Predicates.targetOwner(JavaClass.Predicates.type(Thread.class))
                                .and(HasName.Predicates.name("sleep").forSubtype()))
                .because("work that waits is due work")
                .check(classes);
    }
}
