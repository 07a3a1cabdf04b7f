package jp.mimamori.findings;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import jp.mimamori.decision.Approver;
import jp.mimamori.decision.NotDecided;
import jp.mimamori.decision.Urgency;
import jp.mimamori.hospital.FindingRow;
import jp.mimamori.inventory.Asset;
import jp.mimamori.inventory.Exposure;
import jp.mimamori.inventory.Safety;
import jp.mimamori.inventory.Support;
import jp.mimamori.ledger.FindingStatus;
import jp.mimamori.ledger.Treatment;
import jp.mimamori.vulnerability.Exploitation;
import org.jspecify.annotations.Nullable;

/** Rows of a hospital that nobody has, the same for the same seed. */
public final class RandomRows {

    private static final String[] WARDS = {"ICU", "NICU", "手術部", "放射線科", "透析室", "３階西病棟", "4階東病棟", "検査部", "薬剤部"};
    private static final String[] MAKERS = {"星野メディカル", "Kawasemi Medical", "北斗電子", "ｱｵﾊﾞ医科", "Tsubame"};
    private static final String[] NAMES = {"輸液ポンプ", "CTスキャナー", "ベッドサイドモニタ", "人工呼吸器", "検像システム"};
    private static final String[] CATEGORIES = {"pump", "ct", "patient_monitor", "ventilator", "pacs"};
    private static final String[] OWNERS = {"佐藤", "鈴木 一郎", "Tanaka"};

    private final Random random;
    private final LocalDate today;

    public RandomRows(long seed, LocalDate today) {
        this.random = new Random(seed);
        this.today = today;
    }

    /** {@code count} rows on about a twentieth as many devices. */
    public List<FindingRow> rows(int count) {
        List<FindingRow.On> devices = new ArrayList<>();
        for (int i = 0; i < Math.max(1, count / 20); i++) {
            devices.add(device(i));
        }
        List<FindingRow> rows = new ArrayList<>(count);
        for (int i = 0; i < count; i++) {
            int device = random.nextInt(devices.size());
            boolean open = random.nextInt(10) < 8;
            String cve = random.nextInt(20) == 0 ? null : "CVE-%d-%05d".formatted(2019 + random.nextInt(7), random.nextInt(4000));
            String number = "VT-%04d-%06d".formatted(2023 + i % 3, i);
            rows.add(new FindingRow(number + "#" + cve, "id:" + number, "id:" + devices.get(device).id(), cve, devices.get(device),
                    random.nextInt(8) == 0 ? null : random.nextInt(100) / 10.0, one(Exploitation.values()),
                    open ? one(new FindingStatus[] {FindingStatus.OPEN, FindingStatus.IN_PROGRESS, FindingStatus.ON_HOLD, FindingStatus.UNKNOWN})
                            : FindingStatus.DONE,
                    or(OWNERS), random.nextInt(9) == 0 ? null : today.minusDays(random.nextInt(500)), open ? outcome() : null,
                    open ? null : NotDecided.Why.DONE));
        }
        return rows;
    }

    private FindingRow.On device(int i) {
        int kind = random.nextInt(NAMES.length);
        return new FindingRow.On("MC-%05d".formatted(i), NAMES[kind] + " " + (char) ('A' + random.nextInt(26)), CATEGORIES[kind], or(MAKERS),
                "M-" + random.nextInt(300), random.nextInt(5) == 0 ? "分院" : "本院", or(WARDS), "部屋" + random.nextInt(40), one(Asset.values()),
                one(Safety.values()), one(Exposure.values()), one(Support.values()));
    }

    private FindingRow.Outcome outcome() {
        Urgency urgency = one(Urgency.values());
        boolean provisional = random.nextInt(4) == 0;
        LocalDate due = random.nextInt(8) == 0 ? null : today.plusDays(random.nextInt(240) - 60);
        return new FindingRow.Outcome(urgency, one(Treatment.values()), provisional, provisional ? Urgency.DEFER : urgency,
                provisional ? Urgency.IMMEDIATE : urgency, due, null, due != null && due.isBefore(today.minusDays(20)), one(Approver.values()),
                provisional ? List.of("safety", "exposure") : List.of());
    }

    private <T> T one(T[] values) {
        return values[random.nextInt(values.length)];
    }

    private @Nullable String or(String[] values) {
        return random.nextInt(7) == 0 ? null : one(values);
    }
}
