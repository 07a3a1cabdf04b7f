package jp.mimamori.intake.estimate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import jp.mimamori.inventory.Support;
import jp.mimamori.settings.Shelf;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class EosCatalogueTest {

    private static final EosCatalogue CATALOGUE = EosCatalogue.from(Shelf.shipped());

    private static List<LocalDate> ends(String text) {
        return CATALOGUE.find(text).stream().map(EosCatalogue.Entry::ends).toList();
    }

    @ParameterizedTest
    @CsvSource({"Win10 22H2,2025-10-14", "Windows10Pro,2025-10-14", "ｳｨﾝﾄﾞｳｽﾞ10 Pro,2025-10-14", "Windows 10 Education,2025-10-14", "Windows 10 Pro 20H2,2022-05-10", "Windows 10 Enterprise 20H2,2023-05-09", "Windows 10 1909 Pro,2021-05-11",
        "Windows 10 IoT Enterprise LTSC 2021,2032-01-13", "Windows 10 Enterprise LTSC 2021,2027-01-12", "LTSC 2019,2029-01-09", "Windows 10 2016 LTSB,2026-10-13", "Windows 10 LTSB 2015,2025-10-14", "Windows 11 IoT Enterprise LTSC 2024,2034-10-10", "Windows 11 LTSC 24H2,2029-10-09",
        "Win7,2020-01-14", "W7,2020-01-14", "ウインドウズ７,2020-01-14", "WES7,2020-10-13", "WES 7,2020-10-13", "POSReady 7,2021-10-12", "WEPOS,2016-04-12", "Windows Embedded 8.1 Industry Pro,2023-07-11", "XP SP3,2014-04-08", "XP,2014-04-08", "XPe,2016-01-12", "Embedded Standard 2009,2019-01-08", "WinCE 6.0,2018-04-10",
        "WS2019,2029-01-09", "WS2012R2,2023-10-10", "Win2019,2029-01-09", "WinSvr2016,2027-01-12", "Windows Server 2019 Std,2029-01-09", "2012R2,2023-10-10", "Windows Server 20H2,2022-08-09",
        "10.0.19045,2025-10-14", "Windows 10 Pro (10.0.17763),2020-11-10", "6.1.7601,2020-01-14", "Windows 10.0.19042 Pro,2022-05-10", "10.0.20348,2031-10-14",
        "RHEL7.9,2024-06-30", "Red Hat Enterprise Linux Server release 7.6 (Maipo),2024-06-30", "CentOS Linux release 7.9.2009 (Core),2024-06-30", "CentOS Stream 8,2024-05-31", "Rocky Linux 8.6,2029-05-31", "AlmaLinux 9,2032-05-31", "Ubuntu 20.04 LTS,2025-05-31", "Ubuntu Pro 20.04,2025-05-31", "Debian GNU/Linux 11,2026-08-31",
        "SLES 15 SP3,2022-12-31", "SUSE Linux Enterprise Server 12 SP5,2024-10-31", "openSUSE Leap 15.4,2023-12-07", "FreeBSD 12.2,2022-03-31", "Alpine 3.12,2022-05-01", "macOS Monterey,2024-09-16", "Mac OS X 10.15,2022-09-12", "Android 8.1,2021-01-10", "iPadOS 14.2,2021-10-01", "VMware ESXi 6.7,2022-10-15",
        "PostgreSQL v9.6.24,2021-11-11", "MySQL 5.7,2023-10-31", "MariaDB 10.3,2023-05-25", "Oracle 19c,2029-12-31", "Oracle JDK 8,2022-03-31", ".NET Framework 4.5,2016-01-12", ".NET 6,2024-11-12", ".NET Core 3.1,2022-12-13", "Python 3.10,2026-10-31", "OpenSSL 1.0.2,2019-12-31", "Apache Tomcat 7.0.99,2021-03-31", "PAN-OS 9.1,2024-06-30", "BIG-IP 15.1,2024-12-31", "MS SQL 2014,2024-07-09"})
    void one_product_has_one_date(String text, LocalDate ends) {
        assertThat(ends(text)).containsExactly(ends);
    }

    @ParameterizedTest
    @ValueSource(strings = {"Windows 10", "Windows 10 Enterprise", "Windows 10 (1809)", "10.0.17763", "Windows 10 IoT Enterprise", "Windows 10 LTSC", "Windows 11 Pro", "Windows", "Windows Server", "RHEL", "Ubuntu 22.10", "SLES 15", "macOS 14.5",
        "Oracle 11g", "Java 8", "JRE 1.8", "OpenJDK 11", "FileMaker 19", "ESXi 8.0", "CentOS Stream"})
    void what_is_too_vague_has_no_date_and_is_asked(String text) {
        assertThat(CATALOGUE.find(text)).singleElement().returns(null, EosCatalogue.Entry::ends).returns(EosCatalogue.Open.EDITION, EosCatalogue.Entry::open);
    }

    @ParameterizedTest
    @ValueSource(strings = {"QNX 6.5", "VxWorks 6.9", "組込Linux", "Cisco IOS 15.2", "Cisco IOS XE 16.12", "Solaris 10", "MS-DOS 6.2"})
    void what_no_public_list_dates_is_for_the_maker_to_say(String text) {
        assertThat(CATALOGUE.find(text)).singleElement().returns(null, EosCatalogue.Entry::ends).returns(EosCatalogue.Open.MAKER, EosCatalogue.Entry::open);
    }

    @ParameterizedTest
    @ValueSource(strings = {"IOS 15.2", "Ver 3.2.1", "Positronium 2", "MaxPro 10", "JavaScript", "Win", "8GB", "R7.10.31"})
    void what_is_no_product_of_the_catalogue_matches_nothing(String text) {
        assertThat(CATALOGUE.find(text)).isEmpty();
    }

    @Test
    void several_products_in_a_cell_each_count() {
        assertThat(ends("SQL Server 2016 on Windows Server 2019")).containsExactlyInAnyOrder(LocalDate.of(2026, 7, 14), LocalDate.of(2029, 1, 9));
        assertThat(ends("Windows Server 2019 SQL Server 2014")).containsExactlyInAnyOrder(LocalDate.of(2029, 1, 9), LocalDate.of(2024, 7, 9));
        assertThat(CATALOGUE.find("Windows 10/11")).extracting(EosCatalogue.Entry::product).containsExactly("Windows 10", "Windows 11");
        assertThat(CATALOGUE.find("Windows10・11")).extracting(EosCatalogue.Entry::product).containsExactly("Windows 10", "Windows 11");
        assertThat(CATALOGUE.find("Windows 10 21H2/22H2")).extracting(EosCatalogue.Entry::product).containsExactly("Windows 10 21H2", "Windows 10 22H2");
        assertThat(ends("Windows Server 2012/2016")).containsExactly(LocalDate.of(2023, 10, 10), LocalDate.of(2027, 1, 12));
        assertThat(ends("CentOS 6\nPostgreSQL 9.6")).containsExactly(LocalDate.of(2020, 11, 30), LocalDate.of(2021, 11, 11));
        assertThat(ends("Windows 10 Pro / 8GB")).as("a memory size is no version").containsExactly(LocalDate.of(2025, 10, 14));
        assertThat(ends("組込OS（Windows 7）")).as("the product counts, not the family").containsExactly(LocalDate.of(2020, 1, 14));
    }

    @Test
    void an_extension_counts_only_where_the_sheet_says_so_and_of_which_product() {
        assertThat(CATALOGUE.find("Windows Server 2012 R2 ESU")).singleElement().returns(LocalDate.of(2026, 10, 13), EosCatalogue.Entry::paidEnds);
        assertThat(CATALOGUE.find("Windows Server 2012 R2")).singleElement().returns(null, EosCatalogue.Entry::paidEnds);
        assertThat(CATALOGUE.find("Ubuntu 20.04 LTS (Pro)")).singleElement().returns(LocalDate.of(2030, 4, 2), EosCatalogue.Entry::paidEnds);
        assertThat(CATALOGUE.find("Ubuntu 20.04 LTS (Proなし)")).singleElement().returns(null, EosCatalogue.Entry::paidEnds);
        assertThat(CATALOGUE.find("SLES 12 SP5 LTSS")).singleElement().returns(LocalDate.of(2027, 10, 31), EosCatalogue.Entry::paidEnds);
        assertThat(CATALOGUE.find("SQL Server 2014 on Windows Server 2012 ESU")).as("cut at \"on\": the extension is Windows'").extracting(EosCatalogue.Entry::paidEnds).containsExactly(null, LocalDate.of(2026, 10, 13));
        assertThat(CATALOGUE.find("Windows Server 2012 SQL Server 2014 ESU")).as("nobody says whose").extracting(EosCatalogue.Entry::paidEnds).containsOnlyNulls();
    }

    @ParameterizedTest
    @CsvSource({"2025-10-14,EOS_WITHIN_12M", "2025-10-15,EOS", "2024-10-14,EOS_WITHIN_12M", "2024-10-13,SUPPORTED"})
    void support_lasts_to_the_end_of_its_last_day(LocalDate asOf, Support support) {
        assertThat(Estimator.from(Shelf.shipped()).estimate(List.of(new Row().name("心電計").os("Win10 22H2").draft()), asOf).devices().get(0).support().value()).isEqualTo(support);
    }

    private static final Map<String, String> NAMES = Map.ofEntries(Map.entry("rhel", "RHEL "), Map.entry("centos", "CentOS "), Map.entry("rocky-linux", "Rocky Linux "), Map.entry("ubuntu", "Ubuntu "), Map.entry("freebsd", "FreeBSD "),
            Map.entry("alpine-linux", "Alpine "), Map.entry("linuxmint", "Linux Mint "), Map.entry("ibm-aix", "AIX "), Map.entry("postgresql", "PostgreSQL "), Map.entry("mysql", "MySQL "), Map.entry("mariadb", "MariaDB "), Map.entry("mongodb", "MongoDB "),
            Map.entry("oracle-database", "Oracle Database "), Map.entry("oracle-jdk", "Oracle JDK "), Map.entry("eclipse-temurin", "Eclipse Temurin "), Map.entry("openssl", "OpenSSL "), Map.entry("python", "Python "), Map.entry("pan-os", "PAN-OS "), Map.entry("big-ip", "BIG-IP "),
            Map.entry("dotnet", ".NET "), Map.entry("android", "Android "), Map.entry("windows-server", "Windows Server "));

    @Test
    void every_cycle_of_the_stored_list_has_its_date() throws IOException {
        Path file = Path.of("../shared/data/eos/eos.csv");
        assumeTrue(Files.exists(file), "the stored list of support ends is not here");
        List<String> wrong = new ArrayList<>();
        int compared = 0;
        for (String line : Files.readAllLines(file)) {
            String[] cells = line.split(",(?=(?:[^\"]*\"[^\"]*\")*[^\"]*$)", -1);
            String name = NAMES.get(cells[0]);
            if (name == null || !cells[5].matches("\\d{4}-.*") || cells[1].matches("2003|2003-sp1|\\d{4}-sac|.*ac")) {
                continue;
            }
            String text = name + cells[1].replaceAll("-(?:sp|r)(\\d)", " R$1").replaceAll(" R([12])$", cells[1].contains("-r2") ? " R2" : " SP$1").replace("-sp1", "");
            compared++;
            if (!ends(text).contains(LocalDate.parse(cells[5]))) {
                wrong.add(text + ": " + cells[5] + " is " + ends(text));
            }
        }
        assertThat(wrong).isEmpty();
        assertThat(compared).isGreaterThan(300);
        assertThat(Objects.requireNonNull(CATALOGUE.find("Windows 10 Pro 1803").get(0).ends())).as("the stored list has 2020-05-11 here; the earlier date counts").isEqualTo("2019-11-12");
    }
}
