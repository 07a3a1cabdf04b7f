package jp.mimamori.windows;

import java.io.IOException;
import java.io.OutputStream;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Supplier;
import jp.mimamori.assessment.Assessed;
import jp.mimamori.assessment.Planned;
import jp.mimamori.decision.FindingDecision;
import jp.mimamori.hospital.Deciding;
import jp.mimamori.hospital.Keyed;
import jp.mimamori.hospital.KeptHospital;
import jp.mimamori.intake.Reading;
import jp.mimamori.inventory.Device;
import jp.mimamori.language.Language;
import jp.mimamori.planning.Maintenance;
import jp.mimamori.report.xlsx.PlanWorkbook;

/** The plan workbook of a kept plan: its windows, beside the decisions as they stand now. */
public final class PlanBook {

    private final Supplier<Deciding> deciding;
    private final KeptHospital hospital;
    private final PlanWorkbook workbook;
    private final String policy;

    /** @param policy version of the rules and tables the decisions are made by */
    public PlanBook(Supplier<Deciding> deciding, KeptHospital hospital, PlanWorkbook workbook, String policy) {
        this.deciding = deciding;
        this.hospital = hospital;
        this.workbook = workbook;
        this.policy = policy;
    }

    /** @throws IOException where {@code out} cannot be written */
    public void write(Desk desk, Language language, OutputStream out) throws IOException {
        PlanContent plan = desk.whole();
        Map<String, FindingDecision> decisions = new java.util.LinkedHashMap<>();
        deciding.get().each(null, decision -> decisions.put(decision.decision().id(), decision));
        List<Device> devices = hospital.devices().stream().map(Keyed::value).toList();
        LocalDate asOf = desk.head().asOf();
        Reading reading = new Reading(asOf, List.of(), devices, decisions.values().stream().map(FindingDecision::tracked).distinct().toList(), hospital.calendars(),
                hospital.kev(), hospital.epss(), List.of());
        Assessed assessed = new Assessed(reading, asOf, new ArrayList<>(decisions.values()), List.of(), List.of(), policy);
        workbook.write(new Planned(assessed, plan.problem(), maintenance(plan, decisions, devices), plan.schedule(), List.of()), language, out);
    }

    /** Work of which no finding is decided any more stands in no list of decisions and is left to the page. */
    private static List<Maintenance> maintenance(PlanContent plan, Map<String, FindingDecision> decisions, List<Device> devices) {
        Map<String, Device> byId = new HashMap<>();
        devices.stream().filter(device -> device.id() != null).forEach(device -> byId.put(device.id(), device));
        List<Maintenance> maintenance = new ArrayList<>();
        for (Card card : plan.cards()) {
            List<FindingDecision> findings = card.findings().stream().map(decisions::get).filter(Objects::nonNull).toList();
            Device device = findings.isEmpty() ? byId.get(card.device()) : findings.get(0).tracked().device();
            if (device != null) {
                maintenance.add(new Maintenance(card.task(), device, findings, card.tentative(), card.action(), card.units(), card.part(), card.parts()));
            }
        }
        return maintenance;
    }
}
