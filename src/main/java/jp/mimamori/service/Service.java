package jp.mimamori.service;

import java.time.Clock;
import java.util.Optional;
import jp.mimamori.access.SetUpCode;
import jp.mimamori.decision.DecisionEngine;
import jp.mimamori.decision.drools.DroolsEngine;
import jp.mimamori.decision.table.PolicyException;
import jp.mimamori.decision.table.RuleSet;
import jp.mimamori.dossier.Categories;
import jp.mimamori.findings.Acceptances;
import jp.mimamori.findings.Bulk;
import jp.mimamori.findings.BulkRuns;
import jp.mimamori.findings.CategoryNames;
import jp.mimamori.findings.Findings;
import jp.mimamori.hospital.Assessments;
import jp.mimamori.hospital.Deciding;
import jp.mimamori.hospital.HospitalStore;
import jp.mimamori.hospital.KeptHospital;
import jp.mimamori.hospital.Provenance;
import jp.mimamori.imports.Imports;
import jp.mimamori.imports.Mappings;
import jp.mimamori.imports.Uploads;
import jp.mimamori.intake.Intake;
import jp.mimamori.policy.PolicyLoader;
import jp.mimamori.settings.Shelf;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.flyway.autoconfigure.FlywayMigrationStrategy;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.ComponentScan;

/** How the service is put together. Only rooms that face the web or the database are annotated; everything else is made here, by hand. */
@SpringBootConfiguration(proxyBeanMethods = false)
@EnableAutoConfiguration
@EnableConfigurationProperties(ServiceSettings.class)
@ComponentScan(basePackages = "jp.mimamori")
class Service {

    @Bean
    Clock clock(ServiceSettings settings) {
        return Clock.system(settings.zone());
    }

    /** The rules and tables everything is decided by. */
    @Bean
    Shelf shelf(ServiceSettings settings) {
        return settings.home() == null ? Shelf.shipped() : Shelf.at(settings.home());
    }

    @Bean
    RuleSet rules(Shelf shelf, ServiceSettings settings) throws PolicyException {
        return PolicyLoader.load(shelf, settings.profiles());
    }

    @Bean
    DecisionEngine engine(RuleSet rules) throws PolicyException {
        return DroolsEngine.of(rules);
    }

    @Bean
    KeptHospital keptHospital(HospitalStore store) {
        return new KeptHospital(store);
    }

    @Bean
    CategoryNames categoryNames(Shelf shelf) {
        return new Categories(shelf)::name;
    }

    @Bean
    Findings findings(Assessments assessments, Acceptances acceptances, CategoryNames categories, Clock clock) {
        return new Findings(assessments, acceptances, categories, clock);
    }

    @Bean
    Bulk bulk(KeptHospital hospital, BulkRuns runs, Deciding deciding, Clock clock) {
        return new Bulk(hospital, runs, deciding, clock);
    }

    @Bean
    FlywayMigrationStrategy upgrade() {
        return new Upgrade();
    }

    @Bean
    Intake intake(Shelf shelf, ServiceSettings settings) {
        return new Intake(shelf, settings.zone());
    }

    @Bean
    Imports imports(Intake intake, HospitalStore store, KeptHospital kept, Provenance provenance, Uploads uploads, Mappings mappings,
            ObjectProvider<Deciding> deciding, Clock clock) {
        return new Imports(intake, store, kept, provenance, uploads, mappings, () -> Optional.ofNullable(deciding.getIfAvailable()), clock);
    }

    @Bean
    SetUpCode setUpCode() {
        return SetUpCode.random();
    }
}
