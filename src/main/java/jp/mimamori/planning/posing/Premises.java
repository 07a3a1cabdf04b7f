package jp.mimamori.planning.posing;

import static java.util.Objects.requireNonNull;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import jp.mimamori.inventory.DeviceStatus;
import jp.mimamori.planning.Grid;
import jp.mimamori.planning.Problem;

/** States what every plan rests on: durations, tentative windows, assumed deadlines, lots, the order, holidays. */
final class Premises {

    private Premises() {
    }

    static void tell(List<Action> actions, Grid grid, LocalDate asOf, HolidayCalendar holidays, Assumptions assumptions) {
        if (!asOf.plusDays(1).atStartOfDay().isBefore(grid.end())) {
            assumptions.warn("PLAN-023", null, grid.firstDay().toString(), "plan.past", grid.firstDay(), grid.end().toLocalDate(), asOf);
        }
        if (actions.isEmpty()) {
            return;
        }
        assumptions.assume("PLAN-012", "plan.durations", actions.size());
        List<String> unknown = actions.stream().filter(action -> action.work().fallback()).map(action -> action.member().id()).distinct().toList();
        if (!unknown.isEmpty()) {
            assumptions.assume("PLAN-013", "plan.category-unknown", unknown.size(), Assumptions.listed(unknown));
        }
        List<String> undated = actions.stream().filter(Action::hasUndatedFinding).map(action -> action.member().id()).distinct().toList();
        if (!undated.isEmpty()) {
            assumptions.assume("PLAN-014", "plan.undated", undated.size(), Assumptions.listed(undated), asOf);
        }
        List<String> tentative = actions.stream().filter(Action::tentative).map(action -> action.member().id()).distinct().toList();
        if (!tentative.isEmpty()) {
            assumptions.assume("PLAN-016", "plan.tentative", tentative.size(), Assumptions.listed(tentative));
        }
        List<String> away = actions.stream().filter(action -> action.member().device().status() == DeviceStatus.ON_LOAN)
                .map(action -> action.member().id()).distinct().toList();
        if (!away.isEmpty()) {
            assumptions.assume("PLAN-019", "plan.on-loan", away.size(), Assumptions.listed(away));
        }
        assumptions.assume("PLAN-017", "plan.holidays",
                Assumptions.listed(holidays.rest().stream().map(LocalDate::toString).toList()));
    }

    /** What the further terms made of this hospital; only of those that bind anything. */
    static void tellTerms(Problem problem, Grid grid, PlanningSettings settings, Assumptions assumptions) {
        Terms terms = settings.terms();
        if (grid.changesClocks()) {
            assumptions.assume("PLAN-041", "plan.clocks", grid.zone().getId());
        }
        long apart = problem.groups().stream().filter(group -> group.gap() > 0).count();
        if (apart > 0) {
            assumptions.assume("PLAN-042", "plan.gap", apart, terms.gapHours());
        }
        if (problem.tasks().stream().anyMatch(task -> task.soak() > 0)) {
            assumptions.assume("PLAN-043", "plan.soak", terms.soakHours());
        }
        if (!problem.nights().isEmpty() && !problem.tasks().isEmpty()) {
            assumptions.assume("PLAN-044", "plan.nights", terms.maxNights(), terms.restHours());
        }
        long imaging = problem.devices().stream().filter(device -> !device.avoid().isEmpty()).count();
        if (imaging > 0 && problem.weights().avoid() > 0) {
            assumptions.assume("PLAN-045", "plan.avoid", imaging, terms.days(), terms.avoidAfterDays(), terms.avoidFrom().toString(),
                    terms.avoidTo().toString());
        }
    }

    static void tellOrder(TaskOrder order, Assumptions assumptions) {
        if (order.clients() > 0) {
            assumptions.assume("PLAN-018", "plan.servers-first", order.clients());
        }
        if (order.followers() > 0) {
            assumptions.assume("PLAN-026", "plan.pilots-first", order.followers());
        }
    }

    static void tellLots(List<Action> actions, Map<Action, List<Lot.Window>> windows, PlanningSettings settings,
            Assumptions assumptions) {
        List<String> lots = actions.stream().filter(action -> action.units() > 1)
                .map(action -> action.member().id() + " × " + action.units() + " → " + requireNonNull(windows.get(action)).size()).distinct().toList();
        if (!lots.isEmpty()) {
            assumptions.assume("PLAN-025", "plan.lots", lots.size(), Assumptions.listed(lots), settings.lotMinutes());
        }
        for (Action action : actions) {
            if (Lot.isTooLarge(action.units(), action.work(), settings.lotMinutes())) {
                assumptions.warn("PLAN-027", action.member().device().source(), String.valueOf(action.units()), "plan.lot-too-large",
                        action.member().id(), action.units(), Lot.MOST_WINDOWS);
            }
        }
    }
}
