package jp.mimamori.service;

import java.time.Clock;
import jp.mimamori.access.SetUpCode;
import jp.mimamori.audit.AuditTrail;
import jp.mimamori.backup.Backups;
import jp.mimamori.decision.DecisionEngine;
import jp.mimamori.decision.drools.DroolsEngine;
import jp.mimamori.decision.table.PolicyException;
import jp.mimamori.policy.PolicyLoader;
import jp.mimamori.settings.Shelf;
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
    DecisionEngine engine(Shelf shelf, ServiceSettings settings) throws PolicyException {
        return DroolsEngine.of(PolicyLoader.load(shelf, settings.profiles()));
    }

    @Bean
    FlywayMigrationStrategy upgrade() {
        return new Upgrade();
    }

    @Bean(initMethod = "open", destroyMethod = "close")
    ErrandDoor errands(ServiceSettings settings, Backups backups, AuditTrail trail, Clock clock) {
        return new ErrandDoor(settings.data(), backups, trail, clock);
    }

    @Bean
    SetUpCode setUpCode() {
        return SetUpCode.random();
    }
}
