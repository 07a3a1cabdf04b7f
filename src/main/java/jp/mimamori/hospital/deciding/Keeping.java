package jp.mimamori.hospital.deciding;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import jp.mimamori.hospital.HospitalStore;
import jp.mimamori.hospital.Kept;
import jp.mimamori.hospital.KeptFeed;
import jp.mimamori.hospital.KeptFinding;
import jp.mimamori.hospital.KeptRecords;
import jp.mimamori.hospital.Kind;
import jp.mimamori.hospital.SupportToday;
import jp.mimamori.hospital.UnknownDevice;
import jp.mimamori.hospital.json.KeptJson;
import jp.mimamori.inventory.Device;
import jp.mimamori.ledger.Finding;
import jp.mimamori.ledger.Tracked;
import jp.mimamori.vulnerability.EpssScores;
import jp.mimamori.vulnerability.ExploitationEvidence;
import jp.mimamori.vulnerability.KevList;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Reads out of the store what is to be decided, and with what. Devices and feeds are read anew only when something has changed. */
@Component
class Keeping {

    private final HospitalStore store;
    private final KeptRecords records;
    private final KeptJson json = new KeptJson();
    private volatile @Nullable Known last;

    Keeping(HospitalStore store, KeptRecords records) {
        this.store = store;
        this.records = records;
    }

    long version() {
        return store.version();
    }

    Known known() {
        Known known = last;
        long version = store.version();
        if (known == null || known.version() != version) {
            known = new Known(version, devices(), evidence());
            last = known;
        }
        return known;
    }

    private Map<String, Device> devices() {
        Map<String, Device> devices = new HashMap<>();
        records.each(Kind.DEVICE, kept -> devices.put(kept.key(), json.read(kept.json(), Device.class)));
        return devices;
    }

    private ExploitationEvidence evidence() {
        List<KevList> kev = new ArrayList<>();
        List<EpssScores> epss = new ArrayList<>();
        records.each(Kind.FEED, kept -> {
            KeptFeed feed = json.read(kept.json(), KeptFeed.class);
            if (feed.kev() != null) {
                kev.add(feed.kev());
            }
            if (feed.epss() != null) {
                epss.add(elevated(feed.epss()));
            }
        });
        return new ExploitationEvidence(kev, epss);
    }

    /** Only these ever count; the others, hundreds of thousands, need not stay in memory. */
    private static EpssScores elevated(EpssScores all) {
        Map<String, Double> high = all.scores().entrySet().stream().filter(each -> each.getValue() >= ExploitationEvidence.ELEVATED)
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
        return new EpssScores(all.file(), all.date(), high);
    }

    Given given(Kept kept, Known known, LocalDate day) {
        KeptFinding read = json.read(kept.json(), KeptFinding.class);
        Finding finding = read.finding();
        Device device = read.implied();
        String key = read.deviceKey();
        if (key != null) {
            device = known.devices().get(key);
        }
        boolean isKept = device != null && key != null;
        // a device that was taken back while its finding was not: nothing is known of it, which is decided as unknown
        Device today = device == null ? UnknownDevice.of(finding) : SupportToday.of(device, day);
        return new Given(kept.key(), new Tracked(finding, today, !isKept), isKept ? key : null, kept.imported());
    }
}
