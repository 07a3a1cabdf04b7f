package jp.mimamori.dossier.web;

import java.util.List;
import java.util.Map;
import jp.mimamori.audit.AuditTrail;
import jp.mimamori.decision.table.RuleSet;
import jp.mimamori.dossier.About;
import jp.mimamori.dossier.Categories;
import jp.mimamori.dossier.Controls;
import jp.mimamori.dossier.DeviceBook;
import jp.mimamori.dossier.Kept;
import jp.mimamori.dossier.PlannedWork;
import jp.mimamori.dossier.Records;
import jp.mimamori.dossier.TimeLine;
import jp.mimamori.dossier.UseWeek;
import jp.mimamori.dossier.WindowOf;
import jp.mimamori.hospital.FindingRow;
import jp.mimamori.hospital.Keyed;
import jp.mimamori.hospital.KeptHospital;
import jp.mimamori.inventory.Device;
import jp.mimamori.language.Language;
import jp.mimamori.report.Phrases;
import jp.mimamori.trace.Place;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;

/** What the template of a device's page is filled with. */
@Component
class DeviceModel {

    static final String PAGE = "dossier/device";
    private static final int TOLD = 100;

    private final Records records;
    private final KeptHospital hospital;
    private final DeviceBook book;
    private final Controls controls;
    private final ObjectProvider<WindowOf> windows;
    private final AuditTrail trail;
    private final RuleSet rules;
    private final Categories categories;
    private final FindingDesk desk;

    DeviceModel(Records records, KeptHospital hospital, DeviceBook book, Controls controls, ObjectProvider<WindowOf> windows, AuditTrail trail,
            RuleSet rules, Categories categories, FindingDesk desk) {
        this.records = records;
        this.hospital = hospital;
        this.book = book;
        this.controls = controls;
        this.windows = windows;
        this.trail = trail;
        this.rules = rules;
        this.categories = categories;
        this.desk = desk;
    }

    void fill(Model page, String key, Language language) {
        Kept<Device> kept = records.device(key).orElseThrow(FindingPages::missing);
        page.addAttribute("view", view(kept, language)).addAttribute("shown", desk.shown(language)).addAttribute("path", desk.shown(language).path(key))
                .addAttribute("control", ControlForm.blank(desk.today(), true)).addAttribute("controlProblems", Map.of())
                .addAttribute("catalogue", rules.controls().keySet().stream().map(code -> ControlsView.name(code, rules.controls(), language)).toList())
                .addAttribute("controlsAt", "/devices/" + desk.shown(language).path(key)).addAttribute("mayWork", FindingModel.mayWork(page));
    }

    private DeviceView view(Kept<Device> kept, Language language) {
        Device device = kept.value();
        Keyed<Device> keyed = new Keyed<>(kept.key(), device);
        Phrases phrases = new Phrases(language);
        FieldWords words = desk.words(language);
        History history = new History(words, desk.names());
        List<FindingRow> rows = book.findings(kept.key());
        List<PlannedWork> planned = windows.stream().flatMap(plans -> plans.ofDevice(kept.key()).stream()).toList();
        UseWeek week = UseWeek.of(device, hospital.calendars().utilisation(), device.category() == null ? null : categories.name(device.category()))
                .orElse(null);
        String weekFrom = week == null ? "" : Shown.WORDS.text(language, "week.by." + week.by().name(), Place.row(week.source()).text());
        return new DeviceView(kept.key(), device, phrases.name(device), phrases.place(device), book.line(keyed), Fact.of(device, false, words, language),
                TimeLine.of(device, rows, desk.today()), week, weekFrom, rows.stream().filter(row -> row.outcome() != null).toList(),
                rows.stream().filter(row -> row.outcome() == null).toList(), planned, windows.stream().findAny().isPresent(), book.group(keyed),
                ControlsView.of(List.of(), controls.of(List.of(About.device(kept.key()))), rules.controls(), desk.today(), language, desk.names()),
                history.versions(records.deviceVersions(kept.key())), history.happened(List.of(trail.about(About.device(kept.key()).subject(), TOLD))));
    }
}
