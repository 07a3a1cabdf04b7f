package jp.mimamori.planning.posing;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import jp.mimamori.decision.Approver;
import jp.mimamori.decision.Decision;
import jp.mimamori.decision.Facts;
import jp.mimamori.decision.FindingDecision;
import jp.mimamori.decision.Urgency;
import jp.mimamori.inventory.Asset;
import jp.mimamori.inventory.Booking;
import jp.mimamori.inventory.Calendars;
import jp.mimamori.inventory.Device;
import jp.mimamori.inventory.DeviceStatus;
import jp.mimamori.inventory.Exposure;
import jp.mimamori.inventory.Leak;
import jp.mimamori.inventory.Operation;
import jp.mimamori.inventory.Safety;
import jp.mimamori.inventory.SiteDay;
import jp.mimamori.inventory.StaffShift;
import jp.mimamori.inventory.Support;
import jp.mimamori.inventory.Utilisation;
import jp.mimamori.inventory.VendorDay;
import jp.mimamori.ledger.Finding;
import jp.mimamori.ledger.FindingStatus;
import jp.mimamori.ledger.Tracked;
import jp.mimamori.ledger.Treatment;
import jp.mimamori.planning.Horizon;
import jp.mimamori.planning.Plan;
import jp.mimamori.settings.Shelf;
import jp.mimamori.trace.Origin;
import jp.mimamori.trace.Source;
import jp.mimamori.trace.Sourced;
import jp.mimamori.vulnerability.AttackVector;
import jp.mimamori.vulnerability.Automatable;
import jp.mimamori.vulnerability.Cost;
import jp.mimamori.vulnerability.Cvss;
import jp.mimamori.vulnerability.Exploitation;
import jp.mimamori.vulnerability.Patch;
import org.jspecify.annotations.Nullable;

/** A small hospital made for a test: devices, decisions on them, and the calendars one asks for. */
final class Hospital {

    /** A Thursday. */
    static final LocalDate AS_OF = LocalDate.of(2025, 9, 11);

    final List<Device> devices = new ArrayList<>();
    final List<FindingDecision> decisions = new ArrayList<>();
    final List<Utilisation> utilisation = new ArrayList<>();
    final List<Booking> bookings = new ArrayList<>();
    final List<StaffShift> shifts = new ArrayList<>();
    final List<VendorDay> vendorDays = new ArrayList<>();
    final List<SiteDay> siteDays = new ArrayList<>();
    private int row = 1;

    /** What one device is; everything else of it is usual. */
    static final class DeviceSheet {
        @Nullable String id;
        @Nullable String name;
        @Nullable String category;
        @Nullable String maker = "北陵電子";
        @Nullable String service;
        @Nullable String model;
        @Nullable String facility;
        @Nullable String department;
        @Nullable String location;
        @Nullable String group;
        Asset asset = Asset.MEDICAL;
        Safety safety = Safety.SERIOUS;
        Operation operation = Operation.MEDIUM;
        int quantity = 1;
        DeviceStatus status = DeviceStatus.IN_USE;

        DeviceSheet(@Nullable String id, @Nullable String name, @Nullable String category) {
            this.id = id;
            this.name = name;
            this.category = category;
        }
    }

    interface Edit {
        void on(DeviceSheet sheet);

        /** The same, of a single device. */
        default Edit quantityOne() {
            return sheet -> {
                on(sheet);
                sheet.quantity = 1;
            };
        }
    }

    Device device(@Nullable String id, @Nullable String name, @Nullable String category, Edit... edits) {
        Device device = unlisted(id, name, category, edits);
        devices.add(device);
        return device;
    }

    /** A device that stands in no inventory. */
    Device unlisted(@Nullable String id, @Nullable String name, @Nullable String category, Edit... edits) {
        DeviceSheet d = new DeviceSheet(id, name, category);
        for (Edit edit : edits) {
            edit.on(d);
        }
        return new Device(d.id, null, d.name, null, d.maker, d.model, d.service, null, d.facility, d.department, d.location,
                Sourced.of(d.asset, Origin.INVENTORY), d.category, null, null, List.of(), null, null, null, null,
                Sourced.of(Exposure.INTERNAL_FLAT, Origin.INVENTORY), null, null, Sourced.of(Support.SUPPORTED, Origin.INVENTORY),
                Sourced.of(d.safety, Origin.INVENTORY), Sourced.of(d.operation, Origin.INVENTORY),
                Sourced.of(Leak.PHI_LIMITED, Origin.INVENTORY), d.group, d.quantity, d.status, null, null,
                new Source("機器台帳.xlsx", "機器", ++row));
    }

    FindingDecision fix(Device device, @Nullable String software, Urgency urgency) {
        return decide(device, false, software, Treatment.FIX, urgency, "CVE-2024-" + (10_000 + row), Origin.LEDGER, AS_OF.plusDays(60));
    }

    FindingDecision decide(Device device, boolean implied, @Nullable String software, Treatment treatment, Urgency urgency,
            @Nullable String vulnerability, Origin patch, @Nullable LocalDate due) {
        int number = ++row;
        String id = "VT-" + number;
        Finding finding = new Finding(id, due == null ? null : due.minusDays(90), device.id(), device.name(), software,
                vulnerability == null ? List.of() : List.of(vulnerability), Cvss.UNKNOWN, List.of(), null, Safety.UNKNOWN, null, null, null, FindingStatus.OPEN, null, null,
                null, Sourced.of(Patch.PATCH_APPROVED, patch), Sourced.unknown(Exploitation.UNKNOWN), Cost.UNKNOWN, null, null, null,
                null, new Source("台帳.xlsx", "台帳", number));
        Facts facts = new Facts(id, device.asset().value(), device.safety().value(), device.operation().value(),
                Exposure.INTERNAL_FLAT, Exploitation.UNKNOWN, Support.SUPPORTED, Leak.PHI_LIMITED, 7.5, Automatable.NO, AttackVector.N,
                Patch.PATCH_APPROVED, Cost.UNKNOWN, due == null ? null : due.minusDays(90));
        Decision decision = new Decision(id, treatment, urgency, false, urgency, urgency, List.of(), 90, null, due, List.of(), List.of(),
                Approver.DEVICE_SAFETY, null, List.of(), List.of(),
                treatment == Treatment.ACCEPT ? null : new int[] {180, 60, 14, 3}[urgency.ordinal()], "sha256:0");
        FindingDecision made = new FindingDecision(new Tracked(finding, device, implied), vulnerability, Cvss.UNKNOWN,
                Map.of("patch", Sourced.of(Patch.PATCH_APPROVED, patch)), facts, decision, false, null, List.of());
        decisions.add(made);
        return made;
    }

    void shift(String person, @Nullable String role, LocalDateTime from, LocalDateTime to, String... skills) {
        shifts.add(new StaffShift(person, role, Set.of(skills), null, from, to, new Source("勤務表.xlsx", "勤務", ++row)));
    }

    void visit(String vendor, @Nullable String device, LocalDateTime from, LocalDateTime to) {
        vendorDays.add(new VendorDay(vendor, device, from, to, new Source("来院.xlsx", "来院", ++row)));
    }

    void booking(String device, LocalDateTime from, LocalDateTime to) {
        bookings.add(new Booking(device, from, to, null, new Source("予約.xlsx", "予約", ++row)));
    }

    void day(SiteDay.Kind kind, @Nullable String scope, LocalDateTime from, LocalDateTime to) {
        siteDays.add(new SiteDay(kind, kind.name(), scope, null, from, to, new Source("暦.xlsx", "暦", ++row)));
    }

    Plan plan() {
        return plan(Horizon.of(AS_OF, null, null));
    }

    Plan plan(Horizon horizon) {
        return new ProblemBuilder(Shelf.shipped()).build(decisions, devices,
                new Calendars(utilisation, bookings, shifts, vendorDays, siteDays), AS_OF, horizon);
    }
}
