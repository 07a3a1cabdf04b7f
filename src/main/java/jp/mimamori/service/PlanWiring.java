package jp.mimamori.service;

import java.time.Clock;
import jp.mimamori.decision.DecisionEngine;
import jp.mimamori.dossier.WindowOf;
import jp.mimamori.findings.WindowsAhead;
import jp.mimamori.hospital.Deciding;
import jp.mimamori.hospital.KeptHospital;
import jp.mimamori.planning.posing.Choices;
import jp.mimamori.planning.posing.ProblemBuilder;
import jp.mimamori.planning.posing.StaffRoles;
import jp.mimamori.report.xlsx.PlanWorkbook;
import jp.mimamori.settings.Shelf;
import jp.mimamori.windows.Desks;
import jp.mimamori.windows.PlanBook;
import jp.mimamori.windows.Plans;
import jp.mimamori.windows.SchedulingWork;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** How plans are put together. */
@Configuration(proxyBeanMethods = false)
class PlanWiring {

    @Bean
    ProblemBuilder problemBuilder(Shelf shelf, ServiceSettings settings) {
        return new ProblemBuilder(shelf, new Choices(null, settings.zone()));
    }

    @Bean
    Desks desks(Plans plans) {
        return new Desks(plans);
    }

    /** Deciding knows the queue and the queue knows this: it is asked for when work begins. */
    @Bean
    SchedulingWork schedulingWork(ObjectProvider<Deciding> deciding, KeptHospital hospital, ProblemBuilder builder, Plans plans, Clock clock) {
        return new SchedulingWork(deciding::getObject, hospital, builder, plans, clock);
    }

    @Bean
    PlanBook planBook(ObjectProvider<Deciding> deciding, KeptHospital hospital, Shelf shelf, DecisionEngine engine, Clock clock) {
        return new PlanBook(deciding::getObject, hospital, new PlanWorkbook(StaffRoles.of(shelf), clock), engine.policyVersion());
    }

    /** What a finding's and a device's page tell of the plan. */
    @Bean
    WindowOf windowOf(Desks desks) {
        return new PublishedWork(desks);
    }

    /** How many windows the home page tells of. */
    @Bean
    WindowsAhead windowsAhead(Desks desks) {
        return new PublishedAhead(desks);
    }
}
