package jp.mimamori.planning.posing;

import static java.util.Objects.requireNonNull;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import jp.mimamori.decision.FindingDecision;
import jp.mimamori.decision.Urgency;
import jp.mimamori.inventory.Calendars;
import jp.mimamori.inventory.Device;
import jp.mimamori.language.Bilingual;
import jp.mimamori.planning.Grid;
import jp.mimamori.planning.Horizon;
import jp.mimamori.planning.Labels;
import jp.mimamori.planning.Maintenance;
import jp.mimamori.planning.Plan;
import jp.mimamori.planning.Problem;
import jp.mimamori.planning.Problem.PatchTask;
import jp.mimamori.planning.Problem.PlannedDevice;
import jp.mimamori.planning.Problem.Site;
import jp.mimamori.planning.Problem.Vendor;
import jp.mimamori.settings.Shelf;

/**
 * Turns decisions, devices and calendars into a planning problem. Only FIX decisions on devices that are not disposed of
 * become tasks; MITIGATE and ACCEPT need no window. Whatever the hospital's sheets do not tell is taken from
 * {@code spreadsheets/vocabulary} and stated as an assumption. The same input gives the same problem with the same ids.
 */
public final class ProblemBuilder {

    private final Shelf shelf;
    private final Choices choices;

    public ProblemBuilder(Shelf shelf) {
        this(shelf, Choices.NONE);
    }

    public ProblemBuilder(Shelf shelf, Choices choices) {
        this.shelf = shelf;
        this.choices = choices;
    }

    /**
     * The planning problem. It takes well under a second for some thousands of decisions.
     *
     * @param decisions every decision, of whatever treatment
     * @param devices   the whole inventory, which redundancy groups are counted from
     * @param asOf      the decision date: no task starts on it or before
     */
    public Plan build(List<FindingDecision> decisions, List<Device> devices, Calendars calendars, LocalDate asOf,
            Horizon horizon) {
        Assumptions assumptions = new Assumptions();
        PlanningSettings settings = PlanningSettings.of(shelf, choices, assumptions);
        Grid grid = Grid.of(horizon, settings.zone(), settings.grainMinutes());
        DeviceKinds kinds = DeviceKinds.of(shelf, assumptions);
        Fleet fleet = new Fleet(devices, decisions, kinds);
        MaintenanceCatalogue catalogue = MaintenanceCatalogue.of(shelf, assumptions);
        List<Action> actions = new PatchTasks(catalogue).bundle(decisions, fleet);
        HolidayCalendar holidays = HolidayCalendar.of(shelf, grid.firstDay().minusDays(1), grid.end().toLocalDate(), assumptions);
        SiteCalendar calendar = new SiteCalendar(grid, fleet, settings, holidays, assumptions).with(calendars.siteDays());
        DeviceUse use = new DeviceUse(grid, kinds, UtilisationDefaults.of(shelf, assumptions),
                new RestDays(grid, settings.terms(), calendar), fleet, calendars, assumptions);
        RedundancyGroups groups = new RedundancyGroups(fleet, settings.groupShare(), assumptions);
        StaffRoles roles = StaffRoles.of(shelf, kinds, assumptions);
        Crew crew = new Crew(calendars.shifts(), actions, grid, fleet, settings, roles, new Skills(fleet, roles, kinds, catalogue), calendar,
                grid.floor(asOf.plusDays(1).atStartOfDay()), assumptions);
        VendorVisits visits = new VendorVisits(grid, fleet, settings, calendar, asOf, calendars.vendorDays(),
                calendars.shifts().stream().filter(roles::isVendor).toList(), assumptions);

        List<Fleet.Member> planned = actions.stream().map(Action::member).distinct().toList();
        List<Vendor> vendors = visits.vendors(actions.stream().filter(action -> action.work().vendor()).toList());
        Tasks tasks = tasks(actions, grid, settings, asOf, crew, visits, assumptions);
        List<PlannedDevice> plannedDevices = planned.stream().map(member -> device(member, groups, calendar, use)).toList();
        Problem problem = new Problem("plan-" + asOf, grid.start(), grid.zone(), grid.minutes(), grid.grains(),
                settings.weights(),
                calendar.premium(),
                crew.isTold() ? calendar.nights() : List.of(),
                fleet.sites().stream().map(site -> new Site(site, calendar.blackouts(site))).toList(),
                groups.groups(planned, member -> grid.hours(settings.terms().gapHours(member)), calendar::duty),
                plannedDevices,
                crew.staff(),
                vendors,
                tasks.problem(),
                new Labels(crew.labels(), groups.labels(), visits.labels(), tasks.labels(), names(planned)));
        use.tellEstimates();
        Premises.tell(actions, grid, asOf, holidays, assumptions);
        Premises.tellTerms(problem, grid, settings, assumptions);
        return new Plan(problem, tasks.maintenance(), assumptions.issues());
    }

    /** Such as CT装置A（ME-0105）; a device without a number is called by its name already. */
    private static Map<String, Bilingual> names(List<Fleet.Member> planned) {
        Map<String, Bilingual> names = new HashMap<>();
        for (Fleet.Member member : planned) {
            String name = member.device().name();
            if (name != null && !member.id().startsWith(name)) {
                names.put(member.id(), new Bilingual(name + "（" + member.id() + "）", name + " (" + member.id() + ")"));
            }
        }
        return names;
    }

    private static PlannedDevice device(Fleet.Member member, RedundancyGroups groups, SiteCalendar calendar, DeviceUse use) {
        List<Problem.Interval> taken = new ArrayList<>(use.bookings(member));
        taken.addAll(calendar.frozen(member));
        if (groups.closed(member, calendar::duty).isEmpty()) {
            taken.addAll(calendar.duty(member)); // its own and not its group's
        }
        return new PlannedDevice(member.id(), member.site(), groups.group(member), Criticality.of(member.device()),
                use.utilisation(member), Grid.merged(taken), calendar.inspections(member), calendar.avoid(member));
    }

    private record Tasks(List<PatchTask> problem, List<Maintenance> maintenance, Map<String, Bilingual> labels) {
    }

    /** Tasks in the order of their actions. */
    private static Tasks tasks(List<Action> actions, Grid grid, PlanningSettings settings, LocalDate asOf, Crew crew,
            VendorVisits visits, Assumptions assumptions) {
        Map<Action, List<Lot.Window>> windows = new IdentityHashMap<>();
        Map<Action, List<String>> ids = new IdentityHashMap<>();
        TaskNames names = new TaskNames();
        Map<String, Bilingual> labels = new HashMap<>();
        for (Action action : actions) {
            List<Lot.Window> lot = Lot.windows(action.units(), action.work(), settings.lotMinutes());
            windows.put(action, lot);
            List<String> own = new ArrayList<>();
            for (int part = 0; part < lot.size(); part++) {
                String id = names.of(action, part);
                own.add(id);
                labels.put(id, label(action, part, lot.size()));
            }
            ids.put(action, own);
        }
        TaskOrder order = new TaskOrder(actions, settings);
        Premises.tellOrder(order, assumptions);
        Premises.tellLots(actions, windows, settings, assumptions);

        List<PatchTask> tasks = new ArrayList<>();
        List<Maintenance> maintenance = new ArrayList<>();
        for (Action action : actions) {
            List<String> own = requireNonNull(ids.get(action));
            List<String> first = order.before(action).stream().flatMap(before -> requireNonNull(ids.get(before)).stream()
                    .limit(before.units() > 1 ? Long.MAX_VALUE : 1)).toList();
            for (int part = 0; part < own.size(); part++) {
                Lot.Window window = requireNonNull(windows.get(action)).get(part);
                tasks.add(new PatchTask(own.get(part), action.member().id(), grid.lengthOf(window.minutes()),
                        earliest(action, grid, asOf), grid.floor(action.due(asOf).plusDays(1).atStartOfDay()), action.risk(),
                        crew.roles(action), action.work().vendor() ? visits.vendor(action.member()) : null,
                        part == 0 ? first : List.of(own.get(0)),
                        part == 0 && order.isFollower(action) ? grid.hours(settings.terms().soakHours()) : 0, null, false));
                maintenance.add(new Maintenance(own.get(part), action.member().device(), action.findings(), action.tentative(),
                        action.route().label(), window.units(), part + 1, own.size()));
            }
        }
        return new Tasks(tasks, maintenance, labels);
    }

    /** Such as ME-0105 CT装置A OS更新 2/3. */
    private static Bilingual label(Action action, int part, int parts) {
        String name = action.member().device().name();
        String device = action.member().id() + (name == null || action.member().id().startsWith(name) ? "" : " " + name);
        String which = parts == 1 ? "" : " " + (part + 1) + "/" + parts;
        Bilingual what = action.route().label();
        return new Bilingual(device + " " + what.ja() + which, device + " " + what.en() + which);
    }

    /**
     * The day after the as-of date for what is urgent; for everything else the Monday after it, since wards and staff have
     * to be told first.
     */
    private static int earliest(Action action, Grid grid, LocalDate asOf) {
        LocalDate first = action.urgency().compareTo(Urgency.OUT_OF_CYCLE) >= 0 ? asOf.plusDays(1)
                : asOf.with(TemporalAdjusters.next(DayOfWeek.MONDAY));
        return grid.floor(first.atStartOfDay());
    }
}
