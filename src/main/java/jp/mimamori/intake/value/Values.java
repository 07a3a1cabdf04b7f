package jp.mimamori.intake.value;

import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import jp.mimamori.inventory.DeviceStatus;
import jp.mimamori.inventory.Leak;
import jp.mimamori.inventory.Safety;
import jp.mimamori.ledger.FindingStatus;
import jp.mimamori.settings.Shelf;
import jp.mimamori.vulnerability.Cost;
import jp.mimamori.vulnerability.Cvss;
import jp.mimamori.vulnerability.Exploitation;
import jp.mimamori.vulnerability.Patch;

/** Reads single cells. */
public final class Values {

    private Values() {
    }

    public static Values from(Shelf shelf) {
        return new Values();
    }

    public Parsed<LocalDate> date(CellValue cell, DateUse use) {
        return Parsed.of(null);
    }

    public Parsed<SupportEnd> supportEnd(CellValue cell) {
        return Parsed.of(SupportEnd.UNKNOWN);
    }

    public Parsed<YesNo> yesNo(CellValue cell) {
        return Parsed.of(YesNo.UNKNOWN);
    }

    public Parsed<List<Cvss>> cvss(CellValue cell) {
        return Parsed.of(List.of());
    }

    public Parsed<List<String>> vulnerabilityIds(CellValue cell) {
        return Parsed.of(List.of());
    }

    public Parsed<TreatmentText> treatment(CellValue cell) {
        return Parsed.of(cell.isBlank() ? null : new TreatmentText(null, cell.text()));
    }

    public Parsed<FindingStatus> findingStatus(CellValue cell) {
        return Parsed.of(FindingStatus.UNKNOWN);
    }

    public Parsed<DeviceStatus> deviceStatus(CellValue cell) {
        return Parsed.of(DeviceStatus.UNKNOWN);
    }

    public Parsed<Safety> safety(CellValue cell) {
        return Parsed.of(Safety.UNKNOWN);
    }

    public Parsed<Patch> patch(CellValue cell) {
        return Parsed.of(Patch.UNKNOWN);
    }

    public Parsed<Exploitation> exploitation(CellValue cell) {
        return Parsed.of(Exploitation.UNKNOWN);
    }

    public Parsed<Exploitation> epss(CellValue cell) {
        return Parsed.of(Exploitation.UNKNOWN);
    }

    public Parsed<Cost> cost(CellValue cell) {
        return Parsed.of(Cost.UNKNOWN);
    }

    public Parsed<Leak> leak(CellValue cell) {
        return Parsed.of(Leak.UNKNOWN);
    }

    public Parsed<Integer> quantity(CellValue cell) {
        return Parsed.of(1);
    }

    public Parsed<String> id(CellValue cell) {
        return text(cell);
    }

    public Parsed<String> ip(CellValue cell) {
        return text(cell);
    }

    public Parsed<String> mac(CellValue cell) {
        return text(cell);
    }

    public Parsed<String> text(CellValue cell) {
        return Parsed.of(cell.isBlank() ? null : cell.text().strip());
    }

    public Parsed<LocalTime> time(CellValue cell) {
        return Parsed.of(null);
    }

    /** @param fractions whether the table's plain numbers are fractions of one (0.85) */
    public Parsed<Integer> percent(CellValue cell, boolean fractions) {
        return Parsed.of(null);
    }
}
