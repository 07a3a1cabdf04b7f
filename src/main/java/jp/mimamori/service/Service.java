package jp.mimamori.service;

import java.time.Clock;
import java.util.Optional;
import jp.mimamori.access.SetUpCode;
import jp.mimamori.decision.DecisionEngine;
import jp.mimamori.decision.drools.DroolsEngine;
import jp.mimamori.decision.table.PolicyException;
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
    DecisionEngine engine(Shelf shelf, ServiceSettings settings) throws PolicyException {
        return DroolsEngine.of(PolicyLoader.load(shelf, settings.profiles()));
    }

    @Bean
    KeptHospital keptHospital(HospitalStore store) {
        return new KeptHospital(store);
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
