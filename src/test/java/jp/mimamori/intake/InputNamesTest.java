package jp.mimamori.intake;

import static jp.mimamori.intake.WorkbookMaker.issue;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import jp.mimamori.settings.Shelf;
import jp.mimamori.trace.Severity;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class InputNamesTest {

    @TempDir
    Path folder;

    private InputFile file(String path, String content) throws Exception {
        Path file = folder.resolve(path);
        Files.createDirectories(file.getParent());
        Files.writeString(file, content);
        return new InputFile(file, null);
    }

    private static Reading read(InputFile... files) throws Exception {
        return new Intake(Shelf.shipped()).read(List.of(files), WorkbookMaker.AS_OF, progress -> { });
    }

    @Test
    void files_of_one_name_are_told_apart_by_as_many_folders_as_it_takes() throws Exception {
        List<String> names = InputNames.of(List.of(file("a/2024/台帳.csv", ""), file("a/2025/台帳.csv", ""), file("b/2025/台帳.csv", ""),
                file("a/2025/予約.csv", "")));
        assertThat(names).containsExactly("a/2024/台帳.csv", "a/2025/台帳.csv", "b/2025/台帳.csv", "予約.csv");
    }

    @Test
    void sources_and_issues_carry_the_distinguishing_name() throws Exception {
        Reading reading = read(file("2024/台帳.csv", "機器番号,機器名\nM-1,CT\n"), file("2025/台帳.csv", "機器番号,機器名\nM-1,MRI\n"));
        assertThat(reading.devices()).extracting(d -> d.source().file()).containsExactly("2024/台帳.csv", "2025/台帳.csv");
        assertThat(reading.sources()).extracting(SourceFile::file).containsExactly("2024/台帳.csv", "2025/台帳.csv");
        assertThat(issue(reading, "INTAKE-318").place().file()).isEqualTo("2025/台帳.csv");
    }

    @Test
    void the_same_content_given_twice_is_read_once_and_told() throws Exception {
        String ledger = "管理番号,機器ID,脆弱性情報,深刻度（CVSS）\nV-1,M-1,CVE-2020-0796,10.0\n";
        Reading reading = read(file("台帳.csv", ledger), file("台帳 - コピー.csv", ledger));
        assertThat(reading.findings()).hasSize(1);
        assertThat(reading.sources()).hasSize(1);
        assertThat(issue(reading, "INTAKE-303").severity()).isEqualTo(Severity.WARNING);
        assertThat(issue(reading, "INTAKE-303").message().in(jp.mimamori.language.Language.JA)).contains("台帳 - コピー.csv", "台帳.csv");
    }

    @Test
    void files_of_the_same_size_and_other_content_are_both_read() throws Exception {
        assertThat(read(file("a.csv", "機器番号,機器名\nM-1,CT\n"), file("b.csv", "機器番号,機器名\nM-2,CT\n")).devices()).hasSize(2);
    }
}
