package jp.mimamori.architecture;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.library.dependencies.SlicesRuleDefinition;
import java.util.List;
import java.util.stream.Stream;
import jp.mimamori.architecture.intruder.Intruder;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.modulith.core.ApplicationModules;

/** The walls of the house: who may know whom, and in which room a framework lives. */
class HouseTest {

    private static final JavaClasses HOUSE = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS).importPackages("jp.mimamori");
    private static final JavaClasses INTRUDER = new ClassFileImporter().importClasses(Intruder.class);

    static Stream<ArchRule> rooms() {
        return Stream.of(
                noClasses().that().resideOutsideOfPackage("..drools").should().dependOnClassesThat()
                        .resideInAnyPackage("org.kie..", "org.drools..")
                        .because("the engine must be replaceable behind DecisionEngine"),
                noClasses().that().resideOutsideOfPackage("..solver").should().dependOnClassesThat()
                        .resideInAPackage("org.optaplanner..")
                        .because("the solver must be replaceable behind Planner"),
                noClasses().that().resideOutsideOfPackages("..sheet", "..xlsx").should().dependOnClassesThat()
                        .resideInAnyPackage("org.apache.poi..", "org.dhatim..")
                        .because("cells of a file format are not our domain"),
                noClasses().that().resideOutsideOfPackage("..ical").should().dependOnClassesThat()
                        .resideInAPackage("biweekly..")
                        .because("events of a file format are not our domain"),
                noClasses().that().resideOutsideOfPackages("..json", "..feed").should().dependOnClassesThat()
                        .resideInAPackage("tools.jackson..")
                        .because("JSON is a contract of its own, kept in one place per capability"),
                noClasses().that().resideOutsideOfPackages("..web", "jp.mimamori.pages", "jp.mimamori.service").should().dependOnClassesThat()
                        .resideInAnyPackage("org.springframework.web..", "org.springframework.security..", "jakarta.servlet..", "org.thymeleaf..")
                        .because("what is decided does not know that it is shown in a browser"),
                noClasses().that().resideOutsideOfPackages("..jdbc").should().dependOnClassesThat()
                        .resideInAnyPackage("org.springframework.jdbc..", "com.github.kagkarlsson..", "org.h2..", "org.postgresql..")
                        .because("tables are one way of keeping things"),
                noClasses().that().resideOutsideOfPackages("..jdbc", "jp.mimamori.service").should().dependOnClassesThat()
                        .resideInAPackage("org.flywaydb..")
                        .because("the shape of the tables is the database's concern"),
                noClasses().that().resideOutsideOfPackages("..cli").should().dependOnClassesThat()
                        .resideInAPackage("picocli..")
                        .because("the command line is one way in among others"),
                noClasses().that().resideOutsideOfPackage("..cli").should()
                        .accessField(System.class, "out").orShould().accessField(System.class, "err")
                        .because("only the command line owns the terminal"),
                noClasses().should().callMethod(java.time.LocalDate.class, "now")
                        .orShould().callMethod(java.time.LocalDateTime.class, "now")
                        .because("time comes from an injected Clock, so that a result can be repeated"),
                classes().should().notBeAnnotatedWith(Deprecated.class)
                        .because("this house has no corners for what nobody uses any more"));
    }

    @ParameterizedTest
    @MethodSource("rooms")
    void a_framework_stays_in_its_room(ArchRule rule) {
        rule.check(HOUSE);
    }

    @ParameterizedTest
    @MethodSource("rooms")
    void each_wall_is_seen_to_hold_against_an_intruder(ArchRule rule) {
        assertThatThrownBy(() -> rule.check(INTRUDER)).isInstanceOf(AssertionError.class);
    }

    @Test
    void capabilities_depend_on_each_other_in_one_direction_only() {
        SlicesRuleDefinition.slices().matching("jp.mimamori.(*)..").should().beFreeOfCycles()
                .because("data flows one way through the house").check(HOUSE);
    }

    @Test
    void the_rooms_of_planning_depend_on_each_other_in_one_direction_only() {
        SlicesRuleDefinition.slices().matching("jp.mimamori.planning.(*)..").should().beFreeOfCycles()
                .because("a plan's state knows nothing of who searches, proves or explains it").check(HOUSE);
    }

    @Test
    void what_planning_promises_knows_none_of_its_rooms() {
        noClasses().that().resideInAPackage("jp.mimamori.planning").should().dependOnClassesThat()
                .resideInAPackage("jp.mimamori.planning.*..")
                .because("the contract stands, whoever keeps it").check(HOUSE);
    }

    @Test
    void capabilities_use_only_what_they_declare_and_only_each_others_front_doors() {
        ApplicationModules.of("jp.mimamori").verify();
    }

    @Test
    void every_package_says_in_one_sentence_what_it_is_and_is_null_marked() {
        List<String> silent = HOUSE.stream().map(c -> c.getPackageName()).distinct()
                .filter(name -> !isNullMarked(name)).sorted().toList();
        assertThat(silent).isEmpty();
    }

    private static boolean isNullMarked(String packageName) {
        try {
            return Class.forName(packageName + ".package-info").isAnnotationPresent(NullMarked.class);
        } catch (ClassNotFoundException e) {
            return false;
        }
    }
}
