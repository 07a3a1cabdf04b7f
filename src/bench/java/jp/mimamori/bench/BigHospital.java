package jp.mimamori.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.Set;
import jp.mimamori.example.ItAssets;
import jp.mimamori.example.SampleFacts;
import jp.mimamori.example.SampleFacts.Device;
import jp.mimamori.example.SampleFacts.Finding;
import jp.mimamori.example.xlsx.CalendarBooks;
import jp.mimamori.example.xlsx.InventoryBook;
import jp.mimamori.example.xlsx.LedgerBook;

/**
 * A hospital of 1,200 devices and 3,000 findings, made out of the sample hospital's: its wards several times over, each with
 * its own numbers, and where that is not enough further vulnerabilities of the same list. Always the same.
 */
final class BigHospital {

    static final int DEVICES = 1_200;
    static final int FINDINGS = 3_000;
    static final LocalDate AS_OF = SampleFacts.AS_OF;
    private static final long SEED = 20260910;

    private BigHospital() {
    }

    /** Writes the hospital's files into {@code folder} and gives them in the order one would name them. */
    static List<Path> write(Path folder) throws IOException {
        Files.createDirectories(folder);
        SampleFacts facts = facts();
        Path inventory = folder.resolve("ME機器台帳.xlsx");
        Path assets = folder.resolve("情報機器台帳.csv");
        Path ledger = folder.resolve("脆弱性管理台帳.xlsx");
        Path use = folder.resolve("機器稼働率.xlsx");
        InventoryBook.write(facts, inventory);
        ItAssets.write(facts, assets);
        LedgerBook.write(facts, ledger);
        CalendarBooks.writeUse(facts, use);
        return List.of(inventory, assets, ledger, use);
    }

    static SampleFacts facts() {
        SampleFacts sample = SampleFacts.load();
        List<Device> devices = new ArrayList<>();
        for (int i = 0; i < DEVICES; i++) {
            devices.add(copy(sample.devices().get(i % sample.devices().size()), i / sample.devices().size()));
        }
        devices.sort(Comparator.comparing(Device::section)); // a section is one block of the sheet
        return new SampleFacts(devices, findings(sample), sample.vulnerabilities());
    }

    private static List<Finding> findings(SampleFacts sample) {
        Random random = new Random(SEED);
        List<String> cves = List.copyOf(sample.vulnerabilities().keySet());
        int whole = DEVICES / sample.devices().size();
        Set<String> listed = new HashSet<>();
        sample.devices().forEach(device -> listed.add(device.id()));
        List<Finding> findings = new ArrayList<>();
        for (int i = 0; i < FINDINGS; i++) {
            Finding finding = sample.findings().get(i % sample.findings().size());
            int round = i / sample.findings().size();
            String device = listed.contains(finding.device()) ? id(finding.device(), round % whole) : finding.device();
            List<String> found = round < whole ? finding.cves() : List.of(cves.get(random.nextInt(cves.size())));
            findings.add(new Finding(String.format(Locale.ROOT, "VT-2026-%04d", i + 1),
                    finding.discovered().minusDays(random.nextInt(120)), device, finding.deviceName(), finding.software(), found,
                    round < whole ? finding.cvss() : "", finding.assessment(), finding.treatment(), finding.action(),
                    finding.status(), finding.due(), finding.done(), finding.note(), finding.patch(), finding.exploited(),
                    finding.cost(), finding.owner()));
        }
        return findings;
    }

    private static Device copy(Device d, int number) {
        return number == 0 ? d : new Device(d.sheet(), d.section(), d.department(), id(d.id(), number), d.name(), d.genericName(),
                d.deviceClass(), d.maker(), d.model(), d.serial().isEmpty() ? "" : d.serial() + number, d.quantity(),
                d.location(), d.os(), d.software(), d.connected(), d.segment(), address(d.ip(), number),
                d.mac().replaceFirst("^02:00", String.format(Locale.ROOT, "02:%02X", number)), d.remote(), d.safety(),
                d.supportEnds(), d.group().isEmpty() ? "" : d.group() + number, d.service(), d.status(), d.note(), d.strike());
    }

    /** ME-0101 of the third copy is ME-30101. */
    private static String id(String id, int number) {
        return number == 0 || id.isEmpty() ? id : id.replaceFirst("-(?=\\d)", "-" + number);
    }

    private static String address(String ip, int number) {
        String[] parts = ip.split("\\.");
        return parts.length != 4 || !parts[2].matches("\\d+") ? ip
                : parts[0] + "." + parts[1] + "." + (Integer.parseInt(parts[2]) + 20 * number) % 250 + "." + parts[3];
    }
}
