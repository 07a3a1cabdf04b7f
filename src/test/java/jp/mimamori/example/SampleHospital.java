package jp.mimamori.example;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import jp.mimamori.example.xlsx.CalendarBooks;
import jp.mimamori.example.xlsx.InventoryBook;
import jp.mimamori.example.xlsx.LedgerBook;
import jp.mimamori.example.xlsx.TemplateBooks;

/** Writes the sample hospital's files. Run by hand after a change of the facts; the files are committed. */
public final class SampleHospital {

    private SampleHospital() {
    }

    /** Writes {@code <home>/examples/…} and {@code <home>/templates/…}; {@code args[0]} is home, {@code spreadsheets} by default. */
    public static void main(String[] args) throws IOException {
        Path home = Path.of(args.length > 0 ? args[0] : "spreadsheets");
        writeExample(home.resolve("examples").resolve(SampleFacts.HOSPITAL));
        writeTemplates(home.resolve("templates"));
    }

    static void writeExample(Path folder) throws IOException {
        Files.createDirectories(folder);
        SampleFacts facts = SampleFacts.load();
        InventoryBook.write(facts, folder.resolve("ME機器台帳.xlsx"));
        SampleFeeds.writeItAssets(facts, folder.resolve("情報機器台帳.csv"));
        LedgerBook.write(facts, folder.resolve("脆弱性管理台帳.xlsx"));
        CalendarBooks.writeUse(facts, folder.resolve("稼働率・予約.xlsx"));
        CalendarBooks.writePeople(folder.resolve("要員・業者・休診日.xlsx"));
        SampleFeeds.writeKev(facts, folder.resolve("kev.json"));
        SampleFeeds.writeEpss(facts, folder.resolve("epss.csv"));
    }

    static void writeTemplates(Path folder) throws IOException {
        Files.createDirectories(folder);
        TemplateBooks.write(folder, true);
        TemplateBooks.write(folder, false);
    }
}
