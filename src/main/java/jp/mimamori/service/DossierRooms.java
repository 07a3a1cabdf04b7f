package jp.mimamori.service;

import jp.mimamori.decision.table.RuleSet;
import jp.mimamori.dossier.Categories;
import jp.mimamori.dossier.DeviceBook;
import jp.mimamori.dossier.FindingWork;
import jp.mimamori.dossier.HandKept;
import jp.mimamori.dossier.Proof;
import jp.mimamori.dossier.Records;
import jp.mimamori.hospital.Assessments;
import jp.mimamori.hospital.Deciding;
import jp.mimamori.hospital.HospitalStore;
import jp.mimamori.hospital.KeptHospital;
import jp.mimamori.settings.Shelf;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What the pages of findings and devices are made of. */
@Configuration(proxyBeanMethods = false)
class DossierRooms {

    @Bean
    Proof proof(RuleSet rules) {
        return new Proof(rules);
    }

    @Bean
    Categories categories(Shelf shelf) {
        return new Categories(shelf);
    }

    @Bean
    FindingWork findingWork(HospitalStore store, Records records, HandKept hands, Deciding deciding) {
        return new FindingWork(store, records, hands, deciding);
    }

    @Bean
    DeviceBook deviceBook(KeptHospital hospital, Assessments assessments, java.time.Clock clock) {
        return new DeviceBook(hospital, assessments, clock);
    }
}
