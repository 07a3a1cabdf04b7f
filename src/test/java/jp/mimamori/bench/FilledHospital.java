package jp.mimamori.bench;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import javax.sql.DataSource;
import jp.mimamori.hospital.HospitalStore;
import jp.mimamori.hospital.KeptFeed;
import jp.mimamori.hospital.KeptFinding;
import jp.mimamori.hospital.Keyed;
import jp.mimamori.hospital.Kind;
import jp.mimamori.hospital.RecordKeys;
import jp.mimamori.hospital.Step;
import jp.mimamori.hospital.jdbc.Hospitals;
import jp.mimamori.hospital.json.KeptJson;
import jp.mimamori.intake.NumberKey;
import jp.mimamori.inventory.Asset;
import jp.mimamori.inventory.Device;
import jp.mimamori.inventory.DeviceStatus;
import jp.mimamori.inventory.Exposure;
import jp.mimamori.inventory.Leak;
import jp.mimamori.inventory.Operation;
import jp.mimamori.inventory.Safety;
import jp.mimamori.inventory.Support;
import jp.mimamori.ledger.Finding;
import jp.mimamori.ledger.FindingStatus;
import jp.mimamori.trace.Origin;
import jp.mimamori.trace.Source;
import jp.mimamori.trace.Sourced;
import jp.mimamori.vulnerability.Cost;
import jp.mimamori.vulnerability.Cvss;
import jp.mimamori.vulnerability.EpssScores;
import jp.mimamori.vulnerability.Exploitation;
import jp.mimamori.vulnerability.KevList;
import jp.mimamori.vulnerability.Patch;
import org.flywaydb.core.Flyway;
import org.h2.jdbcx.JdbcDataSource;

/**
 * A large hospital, the same every time, put straight into the store of a data directory:
 * {@code FilledHospital DIR [devices] [findings]}. The service must not be running on it.
 */
public final class FilledHospital {

    public static final LocalDate DAY = LocalDate.of(2026, 9, 10);
    private static final String H2 = "jdbc:h2:file:%s/mimamori;MODE=PostgreSQL;DATABASE_TO_LOWER=TRUE;DEFAULT_NULL_ORDERING=HIGH";
    private static final int IMPORT = 10_000;
    private static final int CVES = 4000;
    private static final String[] WARDS = {"放射線科", "集中治療室", "手術部", "救急外来", "検査部", "透析室", "内視鏡室", "産科病棟", "小児病棟", "循環器内科", "薬剤部",
        "医事課", "情報システム室", "東病棟3階", "東病棟4階", "西病棟5階", "西病棟6階", "リハビリテーション部", "外来棟", "健診センター"};
    private static final String[][] KINDS = {{"ct", "CT装置", "Alpha-CT"}, {"ventilator", "人工呼吸器", "Breathe"}, {"infusion_pump", "輸液ポンプ", "Drip"},
        {"patient_monitor", "生体情報モニタ", "Vital"}, {"mri", "MRI装置", "Magna"}, {"ultrasound", "超音波診断装置", "Echo"}, {"server", "画像サーバー", "Pix"},
        {"pc", "電子カルテ端末", "Desk"}};
    private static final String[] MAKERS = {"青嶺メディカル", "港南医機", "北斗システムズ", "ひかり電子", "Sora Medical", "みなと精機"};
    private static final String[] SYSTEMS = {"Windows 10", "Windows 11", "Windows Server 2016", "Linux", "Windows 7"};

    private final Random random = new Random(20260910);
    private final KeptJson json = new KeptJson();
    private final HospitalStore store;

    private FilledHospital(HospitalStore store) {
        this.store = store;
    }

    public static void main(String[] args) throws Exception {
        Path dir = Files.createDirectories(Path.of(args[0])).toAbsolutePath();
        JdbcDataSource source = new JdbcDataSource();
        source.setURL(H2.formatted(dir));
        source.setUser("mimamori");
        fill(source, args.length > 1 ? Integer.parseInt(args[1]) : 5000, args.length > 2 ? Integer.parseInt(args[2]) : 100_000);
    }

    /** Migrates the database and fills it. */
    public static void fill(DataSource source, int devices, int findings) throws Exception {
        Flyway.configure().dataSource(source).locations("classpath:db/migration").load().migrate();
        new FilledHospital(Hospitals.store(source)).fill(devices, findings);
    }

    private void fill(int devices, int findings) throws HospitalStore.StaleException {
        List<Device> all = new ArrayList<>();
        for (int i = 0; i < devices; i++) {
            all.add(device(i));
        }
        List<Keyed<Device>> keyed = RecordKeys.devices(all);
        commit(keyed, Kind.DEVICE);
        Set<String> kev = new HashSet<>();
        Map<String, Double> epss = new HashMap<>();
        for (int i = 0; i < CVES; i++) {
            if (i % 40 == 0) {
                kev.add(cve(i));
            }
            epss.put(cve(i), random.nextInt(20) == 0 ? 0.1 + random.nextInt(80) / 100.0 : random.nextInt(90) / 1000.0);
        }
        List<Keyed<KeptFeed>> feeds = new ArrayList<>();
        for (KeptFeed feed : List.of(new KeptFeed(new KevList("kev.csv", DAY, kev), null), new KeptFeed(null, new EpssScores("epss.csv.gz", DAY, epss)))) {
            feeds.add(new Keyed<>(feed.file(), feed));
        }
        commit(feeds, Kind.FEED);
        for (int from = 0; from < findings; from += IMPORT) {
            List<Keyed<KeptFinding>> some = new ArrayList<>();
            for (int i = from; i < Math.min(findings, from + IMPORT); i++) {
                KeptFinding kept = new KeptFinding(finding(i, all), keyed.get(i % devices).key(), null);
                some.add(new Keyed<>("id:" + NumberKey.of(String.valueOf(kept.finding().id())), kept));
            }
            commit(some, Kind.FINDING);
        }
    }

    private void commit(List<? extends Keyed<? extends Record>> records, Kind kind) throws HospitalStore.StaleException {
        List<Step> steps = new ArrayList<>(records.size());
        records.forEach(each -> steps.add(new Step(kind, each.key(), json.write(each.value()))));
        store.commit(DAY, "bench", "{\"kind\":\"" + kind + "\",\"records\":" + steps.size() + "}", List.of(), steps, store.version());
    }

    private static String cve(int i) {
        return "CVE-%d-%d".formatted(2016 + i % 10, 10000 + i);
    }

    private <T> T any(T[] of) {
        return of[random.nextInt(of.length)];
    }

    private <T> Sourced<T> sourced(T value) {
        return Sourced.of(value, Origin.INVENTORY);
    }

    private Device device(int i) {
        String[] kind = KINDS[i % KINDS.length];
        boolean it = kind[0].equals("pc") || kind[0].equals("server");
        LocalDate ends = random.nextInt(4) == 0 ? null : DAY.minusDays(700).plusDays(random.nextInt(2500));
        Support support = ends == null ? Support.UNKNOWN : ends.isBefore(DAY) ? Support.EOS
                : ends.isAfter(DAY.plusMonths(12)) ? Support.SUPPORTED : Support.EOS_WITHIN_12M;
        String ward = any(WARDS);
        return new Device("ME-%05d".formatted(i), "SN%07d".formatted(i * 37), kind[1], kind[1], any(MAKERS), kind[2] + " " + (1 + random.nextInt(9)) + "00",
                null, it ? null : "管理医療機器", "中央病院", ward, ward + " " + (1 + random.nextInt(12)) + "号室", sourced(it ? Asset.IT : Asset.MEDICAL), kind[0],
                any(SYSTEMS), "22H2", List.of(), "10.%d.%d.%d".formatted(i / 65536, i / 256 % 256, i % 256), null, "host%05d".formatted(i),
                "VLAN" + (10 + i % 40), sourced(any(Exposure.values())), ends, null, sourced(support), sourced(any(Safety.values())),
                sourced(any(Operation.values())), sourced(any(Leak.values())), null, 1,
                random.nextInt(50) == 0 ? DeviceStatus.DISPOSED : DeviceStatus.IN_USE, null, null, new Source("機器台帳.xlsx", "医療機器台帳", i + 5));
    }

    private Finding finding(int i, List<Device> devices) {
        Device device = devices.get(i % devices.size());
        double score = random.nextInt(101) / 10.0;
        String vector = "CVSS:3.1/AV:" + any(new String[] {"N", "A", "L", "P"}) + "/AC:L/PR:" + any(new String[] {"N", "L", "H"}) + "/UI:N/S:U/C:H/I:H/A:H";
        Cvss cvss = random.nextInt(15) == 0 ? Cvss.UNKNOWN : new Cvss("3.1", vector, score);
        FindingStatus status = random.nextInt(6) == 0 ? FindingStatus.DONE : any(FindingStatus.values());
        return new Finding("VT-%06d".formatted(i), random.nextInt(60) == 0 ? null : DAY.minusDays(random.nextInt(400)), device.id(), device.name(),
                device.os(), List.of(cve(random.nextInt(CVES))), cvss, List.of(cvss), null, Safety.UNKNOWN, null, null, null, status, null, null, null,
                sourced(any(Patch.values())), Sourced.unknown(Exploitation.UNKNOWN), any(Cost.values()), i % 3 == 0 ? "臨床工学 佐藤" : null, null, null,
                null, new Source("脆弱性管理台帳.xlsx", "脆弱性管理台帳", i + 5));
    }
}
