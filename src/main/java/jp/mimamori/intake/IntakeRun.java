package jp.mimamori.intake;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import jp.mimamori.intake.estimate.DeviceDraft;
import jp.mimamori.intake.estimate.Estimates;
import jp.mimamori.intake.estimate.Estimator;
import jp.mimamori.intake.feed.Feed;
import jp.mimamori.intake.feed.FeedReader;
import jp.mimamori.intake.layout.Column;
import jp.mimamori.intake.layout.DataRow;
import jp.mimamori.intake.layout.Header;
import jp.mimamori.intake.layout.LayoutWords;
import jp.mimamori.intake.layout.Table;
import jp.mimamori.intake.layout.Tables;
import jp.mimamori.intake.mapping.Layout;
import jp.mimamori.intake.mapping.MappingProfile;
import jp.mimamori.intake.mapping.MappingUse;
import jp.mimamori.intake.mapping.xlsx.MappingReader;
import jp.mimamori.intake.sheet.Refusal;
import jp.mimamori.intake.sheet.SheetFiles;
import jp.mimamori.intake.value.Values;
import jp.mimamori.inventory.Calendars;
import jp.mimamori.inventory.Device;
import jp.mimamori.ledger.Finding;
import jp.mimamori.ledger.Tracked;
import jp.mimamori.trace.Issue;
import jp.mimamori.trace.Place;
import jp.mimamori.trace.Severity;
import jp.mimamori.trace.Source;
import jp.mimamori.vulnerability.EpssScores;
import jp.mimamori.vulnerability.KevList;

/** One reading of a set of files, as it grows. */
final class IntakeRun {

    /** So many rows take a fraction of a second. */
    private static final int STEP = 500;

    private final ReadingOrder order;
    private final ReadingProgress progress;
    private final Values values;
    private final Estimator estimator;
    private final LocalDate asOf;
    private final MappingUse use;
    private final DeviceRows deviceRows;
    private final FindingRows findingRows;
    private final UtilisationRows utilisation;
    private final CalendarRows calendar;
    private final StaffRows staff;
    private final EventRows eventRows;
    private final FeedRows feedRows;
    private final List<SourceFile> sources = new ArrayList<>();
    private final List<Issue> issues = new ArrayList<>();
    private final List<DeviceDraft> drafts = new ArrayList<>();
    private final Map<Integer, List<String>> otherIds = new HashMap<>();
    private final List<FindingJoin.Waiting> findings = new ArrayList<>();
    private final List<KevList> kev = new ArrayList<>();
    private final List<EpssScores> epss = new ArrayList<>();
    private final Map<String, Source> deviceIds = new HashMap<>();
    private final Map<String, Source> findingIds = new HashMap<>();

    IntakeRun(Values values, LayoutWords words, Estimator estimator, ReadingOrder order, ZoneId zone) {
        this.order = order;
        this.progress = order.progress();
        this.use = order.use();
        this.values = values;
        this.estimator = estimator;
        this.asOf = order.asOf();
        this.deviceRows = new DeviceRows(values, words, asOf);
        this.findingRows = new FindingRows(values, asOf);
        this.utilisation = new UtilisationRows(values, words);
        Times times = new Times(values, words);
        this.calendar = new CalendarRows(values, words, times);
        this.staff = new StaffRows(values, words, times, calendar, asOf);
        this.eventRows = new EventRows(words, calendar, staff, asOf, zone);
        this.feedRows = new FeedRows(values);
    }

    /** A second copy of a file would double every device and finding in it. */
    void again(String file, String first) {
        issues.add(new Issue("INTAKE-303", Severity.WARNING, Place.file(file), null, null,
                RowCells.WORDING.message("INTAKE-303", file, first)));
    }

    void read(InputFile input, String file, SheetFiles files, Tables tables, FeedReader feeds) throws UnusableFileException {
        if (eventRows.read(input, file, sources)) {
            return;
        }
        boolean maybeFeed = input.role() == null || input.role() == SheetRole.KEV || input.role() == SheetRole.EPSS;
        Optional<Feed> feed = maybeFeed ? feeds.read(input.path(), file, input.role()) : Optional.empty();
        if (feed.isPresent()) {
            sources.add(feed.get().file());
            issues.addAll(feed.get().issues());
            if (feed.get().kev() != null) {
                kev.add(feed.get().kev());
            }
            if (feed.get().epss() != null) {
                epss.add(feed.get().epss());
            }
            return;
        }
        List<SheetReading> sheets = new ArrayList<>();
        List<String> mappingSheets = new ArrayList<>();
        List<Issue> before = List.copyOf(issues);
        issues.addAll(files.read(input.path(), file, sheet -> {
            order.onlooker().sheet(new SheetGlimpse(sheet));
            if (MappingReader.isPart(sheet)) {
                mappingSheets.add(String.valueOf(sheet.name()));
            }
            for (Table table : tables.read(sheet, input.role(), use)) {
                issues.addAll(table.issues());
                UnusedColumns.tell(table, issues);
                sheets.add(read(table));
            }
        }));
        if (mappingSheets.size() > 1) {
            throw new UnusableFileException(new Issue("INTAKE-258", Severity.ERROR, Place.file(file), null, null,
                    RowCells.WORDING.message("INTAKE-258", file)));
        }
        if (sheets.stream().allMatch(sheet -> sheet.role() == null)) {
            boolean keepsUnread = issues.subList(before.size(), issues.size()).stream().anyMatch(i -> i.code().equals("INTAKE-235"))
                    || use.isDrafting() && use.seen().stream().anyMatch(seen -> seen.file().equals(file));
            List<Issue> told = List.copyOf(issues.subList(before.size(), issues.size()));
            Issue garbled = told.stream()
                    .filter(i -> i.code().equals("INTAKE-222") || i.code().equals("INTAKE-223")).findFirst().orElse(null);
            issues.clear();
            issues.addAll(before);
            Issue unread = told.stream().filter(i -> i.code().equals("INTAKE-233") || i.code().equals("INTAKE-234")).findFirst().orElse(null);
            if (garbled != null) {
                throw Refusal.GARBLED.of(file, String.valueOf(garbled.place().cell()));
            }
            if (unread != null && !keepsUnread) {
                throw new UnusableFileException(unread);
            }
            if (keepsUnread) {
                issues.addAll(told);
                sources.add(new SourceFile(file, Checksum.of(input.path(), file), sheets));
                return;
            }
            throw Refusal.NO_TABLE.of(file);
        }
        sources.add(new SourceFile(file, Checksum.of(input.path(), file), sheets));
    }

    private SheetReading read(Table table) {
        SheetRole role = table.role();
        if (role == null || table.header() == null) {
            return new SheetReading(table.sheet(), null, null, List.of(), 0, 0, 0);
        }
        int setAside = 0;
        boolean fractions = role == SheetRole.UTILISATION && UtilisationRows.fractions(table,
                table.header().numbered("hour").isEmpty() ? "weekday" : "hour");
        Set<Column> columns = new LinkedHashSet<>(table.header().columns());
        Header last = table.header();
        int done = 0;
        for (DataRow written : table.rows()) {
            DataRow data = MappedWords.meant(written, use);
            if (data.header() != last) {
                // tables side by side or below each other have headers of their own
                last = data.header();
                columns.addAll(last.columns());
            }
            if (++done % STEP == 0) {
                progress.at(RowCells.WORDING.message("progress.rows", table.file() + (table.sheet() == null ? "" : " [" + table.sheet() + "]"), done, table.rows().size()),
                        (double) done / table.rows().size());
            }
            RowCells row = new RowCells(table, data, issues);
            switch (role) {
                case INVENTORY -> device(row, table);
                case LEDGER -> finding(row, table);
                case UTILISATION -> utilisation.read(row, table, fractions);
                case BOOKINGS -> calendar.booking(row);
                case STAFF -> staff.read(row, table);
                case VENDORS -> calendar.visit(row);
                case CALENDAR -> calendar.siteDay(row);
                case KEV, EPSS -> feedRows.read(row, table);
            }
            setAside += row.isSetAside() ? 1 : 0;
        }
        return new SheetReading(table.sheet(), role, table.header().isUnheaded() ? null : table.header().firstRow(),
                columns.stream().map(Column::reading).toList(), table.rows().size(),
                table.rows().size() - setAside, setAside);
    }

    private void device(RowCells row, Table table) {
        DeviceDraft draft = deviceRows.read(row, table);
        if (draft == null) {
            return;
        }
        if (draft.id() != null) {
            Source first = deviceIds.putIfAbsent(DeviceIndex.key(draft.id()), draft.source());
            if (first != null) {
                String at = first.file() + (first.sheet() == null ? "" : ", " + first.sheet()) + " " + first.row();
                row.tell("INTAKE-318", Severity.WARNING, "deviceId", draft.id(), at);
            }
        }
        List<String> others = deviceRows.otherIds(row);
        if (!others.isEmpty()) {
            otherIds.put(drafts.size(), others);
        }
        drafts.add(draft);
    }

    private void finding(RowCells row, Table table) {
        Finding finding = findingRows.read(row);
        if (finding == null) {
            return;
        }
        if (finding.id() != null) {
            Source first = findingIds.putIfAbsent(DeviceIndex.key(finding.id()), finding.source());
            if (first != null) {
                row.tell("INTAKE-325", Severity.WARNING, "id", finding.id(), first.file() + " " + first.row());
            }
        }
        findings.add(new FindingJoin.Waiting(finding, row, table));
    }

    /** A layout nobody brought is no fault; a whole file of them that was of no use most likely is the wrong one. */
    private void unmetMappings() {
        for (MappingProfile profile : use.profiles()) {
            List<String> unmet = profile.layouts().stream().filter(layout -> !use.isMet(layout)).map(Layout::name).toList();
            if (!unmet.isEmpty()) {
                boolean none = unmet.size() == profile.layouts().size();
                String code = none ? "INTAKE-236" : "INTAKE-237";
                issues.add(new Issue(code, none ? Severity.WARNING : Severity.INFO, Place.file(profile.file()), null, null,
                        RowCells.WORDING.message(code, profile.file(), String.join(", ", unmet))));
            }
        }
    }

    Reading finish() {
        unmetMappings();
        Estimates estimates = estimator.estimate(drafts, asOf);
        issues.addAll(estimates.issues());
        List<Device> devices = estimates.devices();
        List<Device> all = new ArrayList<>(devices);
        all.addAll(order.known().besides(devices));
        FindingJoin join = new FindingJoin(new DeviceIndex(findings.isEmpty() ? List.of() : all, otherIds), deviceRows, values);
        List<Tracked> tracked = join.join(findings, estimator, asOf, issues);
        List<Device> known = new ArrayList<>(all);
        tracked.stream().filter(Tracked::implied).map(Tracked::device).forEach(known::add);
        eventRows.finish(known, sources, issues);
        kev.addAll(feedRows.kev());
        epss.addAll(feedRows.epss());
        excerpts(tracked);
        Calendars calendars = new Calendars(utilisation.read(), calendar.bookings(), staff.shifts(),
                calendar.vendorDays(), calendar.siteDays());
        return new Reading(asOf, sources, devices, tracked, calendars, kev, epss, inOrder());
    }

    /** By the policy what the newest EPSS file leaves out is not elevated; of a file that is cut down that must be said. */
    private void excerpts(List<Tracked> tracked) {
        LocalDate newest = epss.stream().map(EpssScores::date).filter(java.util.Objects::nonNull)
                .max(java.util.Comparator.naturalOrder()).orElse(null);
        for (EpssScores scores : epss) {
            long absent = tracked.stream().flatMap(t -> t.finding().vulnerabilities().stream())
                    .filter(id -> id.startsWith("CVE-") && !scores.scores().containsKey(id)).distinct().count();
            if (newest != null && newest.equals(scores.date()) && scores.scores().size() < EpssScores.WHOLE && absent > 0) {
                issues.add(new Issue("INTAKE-361", Severity.WARNING, Place.file(scores.file()), null, null,
                        RowCells.WORDING.message("INTAKE-361", scores.file(), scores.scores().size(), absent)));
            }
        }
    }

    /** The issues in the order of the files, sheets and rows, each once. */
    private List<Issue> inOrder() {
        Map<String, Integer> order = new HashMap<>();
        for (SourceFile file : sources) {
            order.putIfAbsent(file.file(), order.size());
            for (SheetReading sheet : file.sheets()) {
                order.putIfAbsent(file.file() + "\n" + sheet.name(), order.size());
            }
        }
        Set<Issue> seen = new HashSet<>();
        List<Issue> sorted = new ArrayList<>();
        for (Issue issue : issues) {
            if (seen.add(issue)) {
                sorted.add(issue);
            }
        }
        sorted.sort(java.util.Comparator
                .comparingInt((Issue i) -> order.getOrDefault(i.place().sheet() == null ? i.place().file()
                        : i.place().file() + "\n" + i.place().sheet(), order.size()))
                .thenComparingInt(i -> i.place().row() == null ? 0 : i.place().row()));
        return sorted;
    }
}
