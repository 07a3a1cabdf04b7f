package jp.mimamori.intake.feed;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import jp.mimamori.intake.ColumnReading;
import jp.mimamori.intake.SheetRole;
import jp.mimamori.trace.Severity;
import org.jspecify.annotations.Nullable;

/** KEV lists and EPSS files in CSV. */
final class CsvFeed {

    private static final Pattern SCORE_DATE = Pattern.compile("score_date:\\s*(\\d{4}-\\d{2}-\\d{2})");
    private static final Set<String> EPSS_COLUMNS = Set.of("cve", "epss", "percentile", "date");
    /** Mirrors join EPSS with other public data; a hospital's own ledger has other columns. */
    private static final Set<String> MIRROR_COLUMNS = Set.of("cve", "epss", "percentile", "epsspercentile", "date", "cvss", "cvss2",
            "cvss3", "cvss4", "description", "vendor", "product", "dateadded", "kev");

    private CsvFeed() {
    }

    static @Nullable Draft read(String name, InputStream in, @Nullable SheetRole forced) throws IOException {
        try (CsvReader<CsvRecord> csv = CsvReader.builder().detectBomHeader(true).allowMissingFields(true).allowExtraFields(true)
                .ofCsvRecord(in, StandardCharsets.UTF_8)) {
            Iterator<CsvRecord> records = csv.iterator();
            String comment = "";
            CsvRecord first = next(records);
            if (first != null && first.getField(0).startsWith("#")) {
                comment = String.join(",", first.getFields());
                first = next(records);
            }
            if (first == null) {
                return null;
            }
            List<String> header = first.getFields().stream()
                    .map(h -> h.strip().toLowerCase(Locale.ROOT).replaceAll("[ _]", "")).toList();
            SheetRole role = role(header, forced);
            if (role == null) {
                return null;
            }
            Draft draft = new Draft(name, role);
            int id = header.contains("cveid") ? header.indexOf("cveid") : header.indexOf("cve");
            int score = header.indexOf("epss");
            int added = header.indexOf("dateadded");
            int day = header.indexOf("date");
            draft.header((int) first.getStartingLineNumber(), columns(first.getFields(), id, role == SheetRole.EPSS ? score : added));
            Matcher scoreDate = SCORE_DATE.matcher(comment);
            if (role == SheetRole.EPSS && scoreDate.find()) {
                draft.seen(Draft.day(scoreDate.group(1)));
            }
            while (records.hasNext()) {
                CsvRecord record = records.next();
                draft.add((int) record.getStartingLineNumber(), field(record, id), field(record, score));
                if (role == SheetRole.KEV && added >= 0) {
                    draft.seen(Draft.day(field(record, added)));
                } else if (role == SheetRole.EPSS && day >= 0) {
                    draft.seen(Draft.day(field(record, day)));
                }
            }
            if (role == SheetRole.EPSS && forced == null && !EPSS_COLUMNS.containsAll(header)) {
                draft.tell("FEED-002", Severity.WARNING, null, null, name);
            }
            return draft;
        }
    }

    // a file whose very first line is no CSV is no feed, whatever else it may be
    private static @Nullable CsvRecord next(Iterator<CsvRecord> records) {
        try {
            return records.hasNext() ? records.next() : null;
        } catch (CsvParseException e) {
            return null;
        }
    }

    private static @Nullable SheetRole role(List<String> header, @Nullable SheetRole forced) {
        boolean ids = header.contains("cveid") || header.contains("cve");
        boolean scores = ids && header.contains("epss");
        if (forced != null) {
            return ids && (forced == SheetRole.KEV || scores) ? forced : null;
        }
        if (header.contains("cveid") && header.contains("dateadded") && header.contains("vendorproject")) {
            return SheetRole.KEV;
        }
        return scores && MIRROR_COLUMNS.containsAll(header) ? SheetRole.EPSS : null;
    }

    private static List<ColumnReading> columns(List<String> header, int id, int other) {
        List<ColumnReading> columns = new ArrayList<>();
        for (int i = 0; i < header.size(); i++) {
            String field = i == id ? "vulnerabilities" : i == other ? header.get(i).strip() : null;
            columns.add(new ColumnReading(i < 26 ? String.valueOf((char) ('A' + i)) : "A" + (char) ('A' + i % 26), header.get(i), field));
        }
        return columns;
    }

    private static String field(CsvRecord record, int index) {
        return index >= 0 && index < record.getFieldCount() ? record.getField(index) : "";
    }
}
