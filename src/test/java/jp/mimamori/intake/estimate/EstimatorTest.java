package jp.mimamori.intake.estimate;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import jp.mimamori.intake.value.CellValue;
import jp.mimamori.intake.value.Note;
import jp.mimamori.intake.value.Values;
import jp.mimamori.intake.value.YesNo;
import jp.mimamori.inventory.Asset;
import jp.mimamori.inventory.Device;
import jp.mimamori.inventory.DeviceStatus;
import jp.mimamori.inventory.Exposure;
import jp.mimamori.inventory.Leak;
import jp.mimamori.inventory.Operation;
import jp.mimamori.inventory.Safety;
import jp.mimamori.inventory.Support;
import jp.mimamori.language.Language;
import jp.mimamori.language.Wording;
import jp.mimamori.ledger.FindingStatus;
import jp.mimamori.ledger.Treatment;
import jp.mimamori.settings.Shelf;
import jp.mimamori.trace.Issue;
import jp.mimamori.trace.Origin;
import jp.mimamori.trace.Severity;
import jp.mimamori.vulnerability.Patch;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EstimatorTest {

    private static final LocalDate DAY = LocalDate.of(2025, 9, 11);
    private static final Estimator ESTIMATOR = Estimator.from(Shelf.shipped());

    private static Device one(Row row) {
        return ESTIMATOR.estimate(List.of(row.draft()), DAY).devices().get(0);
    }

    private static List<Issue> issues(Row... rows) {
        return ESTIMATOR.estimate(java.util.Arrays.stream(rows).map(Row::draft).toList(), DAY).issues();
    }

    @ParameterizedTest
    @CsvSource({"人工呼吸器,ventilator,CATASTROPHIC", "麻酔器,anaesthesia,CATASTROPHIC", "ｼﾘﾝｼﾞﾎﾟﾝﾌﾟ,pump,CATASTROPHIC", "輸液ポンプ,pump,CATASTROPHIC", "除細動器,defibrillator,CATASTROPHIC", "閉鎖式保育器,incubator,CATASTROPHIC",
        "多人数用透析液供給装置,dialysis,CATASTROPHIC", "透析用監視装置,dialysis,CATASTROPHIC", "輸液ポンプ用ゲートウェイ,gateway,CRITICAL", "生体情報モニター,patient_monitor,CRITICAL", "ｾﾝﾄﾗﾙﾓﾆﾀ,patient_monitor,CRITICAL", "患者情報モニタ,patient_monitor,CRITICAL",
        "手術支援ロボット,surgical_robot,CRITICAL", "血管撮影装置,angiography,CRITICAL", "血液ガス分析装置,blood_gas,CRITICAL", "薬剤自動払出装置,pharmacy,CRITICAL", "注射薬自動払出,pharmacy,CRITICAL", "放射線治療計画装置,rt_planning,CRITICAL",
        "ＣＴ装置A,ct,SERIOUS", "CT画像ワークステーション,ct,SERIOUS", "ＭＲＩ装置,mri,SERIOUS", "内視鏡システム,endoscopy,SERIOUS", "内視鏡ファイリングシステム,pacs,SERIOUS", "心電計,ecg,SERIOUS", "心電図ファイリングシステム,pacs,SERIOUS", "分娩監視装置,ctg,SERIOUS", "ポータブルX線撮影装置,xray,SERIOUS",
        "全自動血液凝固測定装置,lab,SERIOUS", "PACSサーバ,pacs,SERIOUS", "検体検査システム（LIS）,pacs,SERIOUS", "超音波診断装置,ultrasound,MINOR", "眼底カメラ,fundus,MINOR", "OCT,fundus,MINOR", "電子カルテ認証サーバ,emr,SERIOUS", "電子カルテサーバ,emr,SERIOUS", "フロアスイッチ,network,SERIOUS",
        "遠隔保守用VPN装置,network,SERIOUS", "遠隔画像診断VPN装置,network,SERIOUS", "手術部門システム,server,SERIOUS", "部門ｻｰﾊﾞ,server,SERIOUS", "業務端末,pc,NEGLIGIBLE", "電子カルテ端末,pc,NEGLIGIBLE", "試験用端末,pc,NEGLIGIBLE", "ﾗﾍﾞﾙﾌﾟﾘﾝﾀ,printer,NEGLIGIBLE", "監視カメラ,camera,NEGLIGIBLE",
        "Web会議システム,conference,NEGLIGIBLE", "病院ホームページ,web,NEGLIGIBLE", "Infusion Pump,pump,CATASTROPHIC", "CT Scanner,ct,SERIOUS", "Endoscopy system,endoscopy,SERIOUS"})
    void the_most_specific_keyword_names_the_category(String name, String category, Safety safety) {
        Device device = one(new Row().name(name));
        assertThat(device.category()).isEqualTo(category);
        assertThat(device.safety().value()).isEqualTo(safety);
        assertThat(device.safety().origin()).isEqualTo(Origin.CATEGORY_DEFAULT);
        assertThat(device.safety().how().in(Language.JA)).contains("機種区分");
    }

    @ParameterizedTest
    @CsvSource({"フットポンプ", "フットスイッチ", "超音波ネブライザ", "電気メス", "無影灯", "電動ベッド", "体重計（車いす用）", "体外式ペースメーカ"})
    void what_no_keyword_fits_is_a_medical_device_of_unknown_risk(String name) {
        Device device = one(new Row().name(name));
        assertThat(device.category()).isNull();
        assertThat(device.asset().value()).isEqualTo(Asset.MEDICAL);
        assertThat(device.asset().origin()).isEqualTo(Origin.ESTIMATE);
        assertThat(device.safety().value()).isEqualTo(Safety.UNKNOWN);
        assertThat(device.operation().value()).isEqualTo(Operation.UNKNOWN);
        assertThat(device.leak().value()).isEqualTo(Leak.UNKNOWN);
        assertThat(issues(new Row().name(name))).extracting(Issue::code).contains("ESTIMATE-003");
    }

    @ParameterizedTest
    @CsvSource({"AED（リハビリ室）,defibrillator", "AED（リハビリテーション科）,defibrillator", "心電計用ノートPC,ecg", "輸液ポンプ管理スマートフォン,pump", "MRI操作用ノートPC,mri", "ノートPC（心電計用）,ecg", "CT操作室PC,ct",
        "業務端末（透析室）,pc", "透析室プリンタ,printer", "監視カメラ（内視鏡センター）,camera", "リハビリ室,rehab", "透析用監視装置,dialysis", "電子カルテ端末,pc", "輸液ポンプ用ゲートウェイ,gateway", "プリンタ（CT室）,printer"})
    void of_several_categories_the_gravest_counts_and_a_place_is_no_device(String name, String category) {
        assertThat(one(new Row().name(name)).category()).isEqualTo(category);
    }

    @Test
    void a_choice_between_categories_names_both() {
        assertThat(one(new Row().name("MRI操作用ノートPC")).safety().how().in(Language.JA)).contains("MRI").contains("PC");
        assertThat(one(new Row().name("MRI装置")).safety().how().in(Language.JA)).doesNotContain("とも読める");
        assertThat(one(new Row().name("CT室用フットスイッチ")).category()).as("nothing is guessed").isNull();
    }

    @ParameterizedTest
    @CsvSource({"クラスⅣ,CATASTROPHIC", "III,CRITICAL", "２,SERIOUS", "クラスI,MINOR", "高度管理医療機器,CATASTROPHIC", "高度管理（クラスIII）,CRITICAL", "管理医療機器,SERIOUS", "一般医療機器,MINOR", "特定保守,UNKNOWN"})
    void the_class_of_medical_device_is_the_fallback(String written, Safety safety) {
        assertThat(one(new Row().name("電気メス").deviceClass(written)).safety().value()).isEqualTo(safety);
    }

    @ParameterizedTest
    @CsvSource({"超音波診断装置,クラスⅣ,CATASTROPHIC,ESTIMATE", "超音波診断装置,クラスIII,CRITICAL,ESTIMATE", "超音波診断装置,クラスII,MINOR,CATEGORY_DEFAULT", "心電計,クラスI,SERIOUS,CATEGORY_DEFAULT", "心電計,高度管理医療機器,CATASTROPHIC,ESTIMATE",
        "心電計,生命維持管理装置,CATASTROPHIC,ESTIMATE", "生体情報モニタ,クラスIII,CRITICAL,CATEGORY_DEFAULT", "輸液ポンプ,クラスIII,CATASTROPHIC,CATEGORY_DEFAULT"})
    void a_grave_class_raises_what_the_name_suggests_and_none_lowers_it(String name, String written, Safety safety, Origin origin) {
        Device device = one(new Row().name(name).deviceClass(written));
        assertThat(device.safety()).returns(safety, s -> s.value()).returns(origin, s -> s.origin());
        assertThat(device.safety().how()).isNotNull();
    }

    @Test
    void the_sheet_s_own_values_are_never_overruled() {
        Device device = one(new Row().name("人工呼吸器").safety(Safety.MINOR));
        assertThat(device.safety().value()).isEqualTo(Safety.MINOR);
        assertThat(device.safety().origin()).isEqualTo(Origin.INVENTORY);
    }

    @Test
    void it_is_told_from_medical_devices() {
        assertThat(one(new Row().name("業務端末")).asset().value()).isEqualTo(Asset.IT);
        assertThat(one(new Row().name("業務端末").deviceClass("クラスII")).asset().value()).isEqualTo(Asset.MEDICAL);
        assertThat(one(new Row().name("電子カルテサーバ")).operation().value()).isEqualTo(Operation.HOSPITAL_WIDE);
        assertThat(one(new Row().name("PACS")).leak().value()).isEqualTo(Leak.PHI_MASS);
    }

    @Test
    void three_interchangeable_units_lower_the_operational_impact_of_life_support() {
        Row pump = new Row().name("輸液ポンプ").department("ICU");
        assertThat(operations(pump, pump)).containsOnly(Operation.HIGH);
        assertThat(operations(pump, pump, pump)).containsOnly(Operation.MEDIUM);
        assertThat(operations(pump, pump, new Row().name("輸液ポンプ").department("HCU"))).containsOnly(Operation.HIGH);
        assertThat(operations(pump, pump, new Row().name("シリンジポンプ").department("ICU"))).containsOnly(Operation.HIGH);
        assertThat(operations(pump, pump, new Row().name("輸液ポンプ").department("ICU").status(DeviceStatus.DISPOSED)).subList(0, 2)).containsOnly(Operation.HIGH);
        assertThat(operations(new Row().name("シリンジポンプ").quantity(35))).containsOnly(Operation.MEDIUM);
        assertThat(operations(new Row().name("輸液ポンプ"), new Row().name("輸液ポンプ"), new Row().name("輸液ポンプ"))).as("departments unknown").containsOnly(Operation.HIGH);
    }

    @Test
    void the_only_ct_of_its_group_is_an_essential_function() {
        Row ct = new Row().name("CT装置A").department("放射線部");
        assertThat(operations(ct)).containsOnly(Operation.HIGH);
        assertThat(operations(ct, new Row().name("CT装置B").department("放射線部"))).containsOnly(Operation.MEDIUM);
        assertThat(operations(ct, new Row().name("MRI装置").department("放射線部"))).containsOnly(Operation.HIGH);
        assertThat(operations(ct.group("CT1"), new Row().name("CT装置B").department("放射線部").group("CT2"))).containsOnly(Operation.HIGH);
    }

    @Test
    void groups_are_for_what_can_stand_in_for_each_other_only() {
        var two = ESTIMATOR.estimate(List.of(new Row().name("CT装置A").department("放射線部").draft(), new Row().name("CT装置B").department("放射線部").draft(),
                new Row().name("電子カルテサーバ").department("情報").draft(), new Row().name("電子カルテサーバ").department("情報").draft()), DAY);
        assertThat(two.devices().get(0).group()).isNotNull().isEqualTo(two.devices().get(1).group());
        assertThat(two.devices().get(2).group()).isNull();
        assertThat(two.issues()).extracting(Issue::code).contains("ESTIMATE-005");
        var server = ESTIMATOR.estimate(List.of(new Row().name("除細動器").department("ICU").draft(), new Row().name("除細動器管理サーバ").department("ICU").draft()), DAY);
        assertThat(server.devices()).extracting(d -> d.group()).as("a server is no stand-in for a bedside device").containsOnlyNulls();
        assertThat(one(new Row().name("CT装置").department("放射線部")).group()).isNull();
        assertThat(one(new Row().name("CT装置").group("G1")).group()).isEqualTo("G1");
    }

    @ParameterizedTest
    @CsvSource(nullValues = "-", value = {"NO,NO,-,-,ISOLATED,false", "NO,BLANK,-,-,ISOLATED,false", "NO,UNKNOWN,-,-,ISOLATED,false", "NO,NO,10.0.0.1,-,UNKNOWN,true", "NO,YES,-,-,UNKNOWN,true",
        "YES,YES,10.0.0.1,-,REMOTE_MAINTENANCE,false", "YES,YES,10.0.0.1,専用,REMOTE_MAINTENANCE,false", "YES,NO,-,-,INTERNAL_FLAT,false", "YES,NO,-,HIS系,INTERNAL_FLAT,false", "YES,NO,-,情報系,INTERNAL_FLAT,false", "YES,NO,-,3F-A,INTERNAL_FLAT,false",
        "YES,NO,-,医療機器系VLAN,SEGMENTED,false", "YES,NO,-,専用,SEGMENTED,false", "YES,NO,-,分離,SEGMENTED,false", "YES,NO,-,閉域,SEGMENTED,false", "YES,NO,-,基幹系から分離,SEGMENTED,false", "YES,NO,-,未分離,INTERNAL_FLAT,false", "YES,NO,-,一般VLAN（専用スイッチ）,INTERNAL_FLAT,false",
        "YES,NO,-,インターネット系,INTERNET,false", "YES,YES,-,インターネット系,INTERNET,false", "YES,BLANK,-,DMZ,INTERNET,false", "YES,NO,-,情報系（インターネット接続なし）,INTERNAL_FLAT,false",
        "YES,BLANK,10.0.0.1,-,UNKNOWN,false", "YES,UNKNOWN,-,-,UNKNOWN,false", "UNKNOWN,NO,-,-,UNKNOWN,false", "UNKNOWN,YES,-,-,UNKNOWN,false", "BLANK,NO,10.0.0.1,-,UNKNOWN,false", "BLANK,BLANK,-,-,UNKNOWN,false", "BLANK,YES,-,-,REMOTE_MAINTENANCE,false",
        "YES,NO,-,分離検討中,INTERNAL_FLAT,false", "YES,NO,-,分離予定,INTERNAL_FLAT,false", "YES,NO,-,分離要,INTERNAL_FLAT,false", "YES,NO,-,分離していない,INTERNAL_FLAT,false", "YES,NO,-,医療機器系VLAN（分離予定）,INTERNAL_FLAT,false", "YES,NO,-,VLAN分離（計画）,INTERNAL_FLAT,false",
        "YES,NO,-,不明,UNKNOWN,false", "YES,NO,-,未確認,UNKNOWN,false", "YES,NO,-,？,UNKNOWN,false", "YES,NO,-,医療機器系VLAN（未確認）,UNKNOWN,false", "YES,NO,-,インターネット（分離予定）,INTERNET,false",
        "YES,NO,10.1.2.3,VLAN110(放射線),INTERNAL_FLAT,false", "YES,NO,-,インターネット分離,INTERNAL_FLAT,false", "YES,NO,-,LTEルータ,INTERNET,false", "YES,NO,-,モバイル回線,INTERNET,false", "YES,NO,-,閉域LTE,INTERNAL_FLAT,false", "YES,NO,-,Wi-Fi ゲスト,INTERNET,false", "NO,NO,-,LTEルータ,UNKNOWN,true",
        "YES,BLANK,-,VPN（保守）,REMOTE_MAINTENANCE,false", "BLANK,BLANK,-,保守回線,REMOTE_MAINTENANCE,false", "YES,NO,-,VPN(保守),UNKNOWN,true", "NO,NO,-,保守VPN,UNKNOWN,true", "YES,YES,-,VPN(保守),REMOTE_MAINTENANCE,false", "UNKNOWN,NO,-,VPN(保守),UNKNOWN,false", "YES,NO,-,保守回線なし,INTERNAL_FLAT,false",
        "BLANK,BLANK,-,スタンドアロン,ISOLATED,false", "BLANK,NO,-,オフライン(USBでデータ移送),ISOLATED,false", "BLANK,NO,10.0.0.1,スタンドアロン,UNKNOWN,true", "YES,NO,-,スタンドアロン,UNKNOWN,true", "NO,NO,-,スタンドアロン,ISOLATED,false", "UNKNOWN,NO,-,スタンドアロン,UNKNOWN,false", "BLANK,YES,-,スタンドアロン,UNKNOWN,true",
        "NO,NO,DHCP,-,UNKNOWN,true", "YES,NO,DHCP,HIS系,INTERNAL_FLAT,false", "NO,NO,169.254.1.1,-,UNKNOWN,true", "YES,NO,169.254.1.1,分離,SEGMENTED,false", "YES,NO,133.1.2.3,医療機器系VLAN,UNKNOWN,true", "YES,NO,172.31.255.1,専用,SEGMENTED,false", "YES,NO,172.32.0.1,専用,UNKNOWN,true", "YES,NO,100.64.0.1,専用,SEGMENTED,false", "YES,NO,133.1.2.3,HIS系,INTERNAL_FLAT,false", "YES,NO,2001:db8::1,専用,UNKNOWN,true", "YES,NO,fd00::1,専用,SEGMENTED,false",
        "BLANK,BLANK,-,DMZ,INTERNET,false", "UNKNOWN,NO,-,インターネット系,INTERNET,false", "NO,NO,-,DMZ,UNKNOWN,true", "NO,NO,-,インターネット接続なし,ISOLATED,false"})
    void exposure_is_what_the_network_columns_say(YesNo connected, YesNo remote, String ip, String segment, Exposure exposure, boolean contradiction) {
        Row row = new Row().name("心電計").connected(connected).remote(remote).ip(ip).segment(segment);
        assertThat(one(row).exposure().value()).isEqualTo(exposure);
        assertThat(one(row).exposure().how()).isNotNull();
        assertThat(issues(row).stream().anyMatch(i -> i.code().equals("ESTIMATE-001") && i.severity() == Severity.WARNING)).isEqualTo(contradiction);
    }

    @ParameterizedTest
    @CsvSource({"有（MFA・接続元限定・要求時のみ・ログ取得）,SEGMENTED", "有（多要素認証、IP制限、都度許可、操作ログ）,SEGMENTED", "有（MFA・接続元限定・要求時のみ）,REMOTE_MAINTENANCE", "有（MFA・接続元限定・要求時のみ・ログ取得なし）,REMOTE_MAINTENANCE",
        "有（MFA予定・接続元限定・要求時のみ・ログ取得）,REMOTE_MAINTENANCE", "有,REMOTE_MAINTENANCE"})
    void remote_maintenance_under_all_four_controls_is_as_good_as_separated(String written, Exposure exposure) {
        assertThat(one(new Row().name("心電計").connected(YesNo.YES).remote(YesNo.YES).remoteText(written)).exposure().value()).isEqualTo(exposure);
        assertThat(one(new Row().name("心電計").remote(YesNo.YES).remoteText(written)).exposure().value()).isEqualTo(exposure);
        assertThat(one(new Row().name("心電計").connected(YesNo.YES).remote(YesNo.YES).remoteText(written).segment("DMZ")).exposure().value()).isEqualTo(Exposure.INTERNET);
    }

    @Test
    void a_contradiction_without_an_address_names_what_is_said_of_remote_maintenance() {
        Row row = new Row().name("心電計").connected(YesNo.NO).remote(YesNo.YES).remoteText("有（VPN経由）");
        assertThat(issues(row)).filteredOn(i -> i.code().equals("ESTIMATE-001")).singleElement().satisfies(issue -> {
            assertThat(issue.value()).isEqualTo("有（VPN経由）");
            assertThat(issue.message().in(jp.mimamori.language.Language.JA)).contains("有（VPN経由）").doesNotContain("（）");
        });
    }

    @Test
    void an_internet_address_on_the_general_network_is_asked_about() {
        assertThat(issues(new Row().name("心電計").connected(YesNo.YES).remote(YesNo.NO).segment("HIS系").ip("133.1.2.3"))).filteredOn(i -> i.code().equals("ESTIMATE-010")).singleElement().returns(Severity.WARNING, Issue::severity);
        assertThat(issues(new Row().name("心電計").connected(YesNo.YES).remote(YesNo.NO).segment("DMZ").ip("133.1.2.3"))).noneMatch(i -> i.code().equals("ESTIMATE-010"));
        assertThat(issues(new Row().name("心電計").connected(YesNo.NO).remote(YesNo.NO).ip("10.0.0.1"))).filteredOn(i -> i.code().equals("ESTIMATE-001")).singleElement()
                .satisfies(i -> assertThat(i.message().in(Language.JA)).contains("10.0.0.1", "接続なし"));
    }

    @Test
    void estimates_of_one_rule_are_told_once_with_their_rows() {
        Row[] rows = java.util.stream.Stream.generate(() -> new Row().name("輸液ポンプ").department("ICU").os("Windows 7").deviceClass("クラスIII")).limit(7).toArray(Row[]::new);
        assertThat(issues(rows)).filteredOn(i -> i.code().equals("ESTIMATE-004")).singleElement().satisfies(i -> assertThat(i.message().in(Language.JA)).contains("7行", "「輸液ポンプ」", "categories.csv", "機器!5", "…"));
        assertThat(issues(rows)).filteredOn(i -> i.code().equals("ESTIMATE-013")).singleElement().satisfies(i -> assertThat(i.message().in(Language.JA)).contains("7行", "Windows 7 2020-01-14", "eos.csv"));
        assertThat(issues(new Row().name("輸液ポンプ").os("QNX 6.5"), new Row().name("輸液ポンプ").os("Firmware 3"), new Row().name("輸液ポンプ").os("QNX 6.5"))).filteredOn(i -> i.code().equals("ESTIMATE-014")).singleElement()
                .satisfies(i -> assertThat(i.message().in(Language.JA)).contains("2種", "3行", "QNX 6.5, Firmware 3"));
        assertThat(issues(new Row().name("電気メス").deviceClass("クラスIII"))).filteredOn(i -> i.code().equals("ESTIMATE-011")).singleElement().returns(Severity.INFO, Issue::severity);
        assertThat(issues(new Row().name("心電計").remote(YesNo.YES))).filteredOn(i -> i.code().equals("ESTIMATE-012")).hasSize(1);
    }

    @Test
    void every_estimate_and_every_unknown_tells_its_rule() {
        for (Row row : List.of(new Row().name("輸液ポンプ"), new Row().name("何か"), new Row().name("何か").deviceClass("クラスII"), new Row().name("心電計").os("QNX"), new Row().name("心電計").os("Windows 10"), new Row().name("心電計").supportEnded())) {
            Device device = one(row);
            assertThat(List.of(device.exposure(), device.support(), device.safety(), device.operation(), device.leak(), device.asset())).allMatch(fact -> fact.how() != null);
        }
    }

    @Test
    void a_segment_nobody_knows_is_asked() {
        assertThat(issues(new Row().name("心電計").connected(YesNo.YES).remote(YesNo.NO).segment("不明"))).filteredOn(i -> i.code().equals("ESTIMATE-008")).singleElement().returns(Severity.WARNING, Issue::severity);
        assertThat(issues(new Row().name("心電計").connected(YesNo.YES).remote(YesNo.NO).segment("HIS系"))).noneMatch(i -> i.code().equals("ESTIMATE-008"));
    }

    @ParameterizedTest
    @CsvSource(nullValues = "-", value = {"2025-09-10,-,EOS,-", "2025-09-11,-,EOS_WITHIN_12M,-", "2026-09-11,-,EOS_WITHIN_12M,-", "2026-09-12,-,SUPPORTED,-", "-,-,UNKNOWN,-", "-,組込OS,UNKNOWN,-", "2030-01-01,VxWorks,SUPPORTED,-",
        "2030-01-01,Windows 7 SP1,EOS,2020-01-14", "-,Windows 10（バージョン 22H2）,EOS_WITHIN_12M,2025-10-14", "2024-01-01,Windows 10,EOS,-", "2030-01-01,Windows 10,UNKNOWN,-", "-,Windows 10,UNKNOWN,-", "-,Windows 10 1809,UNKNOWN,-",
        "-,Windows 10 Pro 1809,EOS,2020-11-10", "-,Windows 10 Enterprise LTSC 2019,SUPPORTED,2029-01-09", "-,Windows 10 IoT Enterprise LTSC 2021,SUPPORTED,2032-01-13", "-,Windows 10 Enterprise LTSC 2021,SUPPORTED,2027-01-12", "-,Windows 10 IoT Enterprise,UNKNOWN,-",
        "-,Ｗｉｎｄｏｗｓ　７,EOS,2020-01-14", "-,Win7,EOS,2020-01-14", "-,Windows Embedded Standard 7,EOS,2020-10-13", "-,Windows Server 2012 R2,EOS,2023-10-10", "-,Windows Server 2012 R2 (ESU),LIMITED,2023-10-10", "-,Windows Server 2016,SUPPORTED,2027-01-12", "-,WindowsServer2019,SUPPORTED,2029-01-09",
        "-,Windows 11 Pro,UNKNOWN,-", "-,Windows 11 Pro 23H2,EOS_WITHIN_12M,2025-11-11", "-,Windows XP Professional,EOS,2014-04-08", "-,Windows 8.1 Pro,EOS,2023-01-10", "-,CentOS 7.9,EOS,2024-06-30", "-,Ubuntu 20.04.6 LTS,EOS,2025-05-31", "-,Red Hat Enterprise Linux 8.4,SUPPORTED,2029-05-31",
        "-,FortiOS 6.4,EOS,2024-09-30", "-,Windows Server 2019 / SQL Server 2014,EOS,2024-07-09", "2026-01-01,Windows Server 2019,EOS_WITHIN_12M,2029-01-09",
        "-,Windows Server 2012 R2 ESUなし,EOS,2023-10-10", "-,Windows Server 2012 R2（ESU未契約）,EOS,2023-10-10", "-,Windows Server 2012 R2 ESU未購入,EOS,2023-10-10", "-,Windows Server 2012 R2 (ESU終了),EOS,2023-10-10", "-,Windows Server 2012 R2 without ESU,EOS,2023-10-10", "-,Windows Server 2012 R2 ESU契約済,LIMITED,2023-10-10",
        "-,'Windows 10, Windows 7',EOS,2020-01-14", "-,Windows 7 / Windows 10,EOS,2020-01-14", "-,'Windows 10, Windows Server 2019',UNKNOWN,-", "-,'Windows 10, Windows Server 2012 R2 (ESU)',UNKNOWN,-"})
    void support_is_the_earlier_of_device_and_catalogue(LocalDate own, String os, Support support, LocalDate software) {
        Device device = one(new Row().name("心電計").supportEnds(own).os(os));
        assertThat(device.support().value()).isEqualTo(support);
        assertThat(device.softwareSupportEnds()).isEqualTo(software);
        assertThat(device.supportEnds()).isEqualTo(own);
    }

    @Test
    void support_that_ended_without_a_date_has_ended_and_software_in_its_own_column_counts() {
        assertThat(one(new Row().name("心電計").supportEnded()).support().value()).isEqualTo(Support.EOS);
        assertThat(one(new Row().name("心電計").software("Windows 7")).softwareSupportEnds()).isEqualTo("2020-01-14");
        assertThat(one(new Row().name("心電計").supportEnds(LocalDate.of(2030, 1, 1)).endOfLife(LocalDate.of(2025, 9, 10))).support().value()).isEqualTo(Support.LIMITED);
        assertThat(one(new Row().name("心電計").supportEnds(LocalDate.of(2030, 1, 1)).endOfLife(DAY)).support().value()).isEqualTo(Support.SUPPORTED);
        assertThat(one(new Row().name("心電計").endOfLife(LocalDate.of(2025, 9, 10))).support().value()).as("past EOL, EOS unknown").isEqualTo(Support.UNKNOWN);
    }

    @Test
    void windows_without_an_edition_is_asked() {
        assertThat(issues(new Row().name("心電計").os("Windows 10"))).filteredOn(i -> i.code().equals("ESTIMATE-002")).singleElement()
                .returns(Severity.WARNING, Issue::severity).returns(5, i -> i.place().row());
        assertThat(issues(new Row().name("心電計").os("Windows 10 22H2"))).noneMatch(i -> i.code().equals("ESTIMATE-002"));
    }

    @ParameterizedTest
    @CsvSource(nullValues = "-", value = {"Windows 10（バージョン 22H2）,Windows 10,22H2", "Windows 10 Pro 22H2,Windows 10 Pro,22H2", "Windows 10 1809,Windows 10,1809", "Windows 10,Windows 10,-", "IOS 15.2,IOS 15.2,-", "Windows 10 Enterprise LTSC 2019,Windows 10 Enterprise LTSC 2019,-", "Windows Server 2016,Windows Server 2016,-", "-,-,-"})
    void the_version_of_windows_is_told_from_its_name(String written, String os, String version) {
        Device device = one(new Row().name("心電計").os(written));
        assertThat(device.os()).isEqualTo(os);
        assertThat(device.osVersion()).isEqualTo(version);
    }

    @Test
    void a_patch_is_known_from_its_column_then_the_reply_then_the_treatment() {
        PatchEvidence evidence = new PatchEvidence(Values.from(Shelf.shipped()));
        CellValue none = CellValue.BLANK;
        assertThat(evidence.of(new CellValue.Text("無"), none, Treatment.FIX, FindingStatus.OPEN).value()).returns(Patch.NO_PATCH, p -> p.value()).returns(Origin.LEDGER, p -> p.origin());
        assertThat(evidence.of(none, new CellValue.Text("来月提供予定とのこと"), Treatment.FIX, FindingStatus.OPEN).value().value()).isEqualTo(Patch.PATCH_PLANNED);
        var assumed = evidence.of(none, none, Treatment.FIX, FindingStatus.IN_PROGRESS);
        assertThat(assumed.value()).returns(Patch.PATCH_APPROVED, p -> p.value()).returns(Origin.ESTIMATE, p -> p.origin());
        assertThat(assumed.notes()).singleElement().returns(Severity.INFO, Note::severity);
        assertThat(evidence.of(none, none, Treatment.FIX, FindingStatus.DONE).value().value()).isEqualTo(Patch.UNKNOWN);
        assertThat(evidence.of(none, none, Treatment.ACCEPT, FindingStatus.OPEN).value().value()).isEqualTo(Patch.UNKNOWN);
        assertThat(evidence.of(none, none, null, FindingStatus.UNKNOWN).value().value()).isEqualTo(Patch.UNKNOWN);
        var differing = evidence.of(new CellValue.Text("有"), new CellValue.Text("未承認"), null, FindingStatus.OPEN);
        assertThat(differing.value().value()).isEqualTo(Patch.PATCH_NOT_APPROVED);
        assertThat(differing.notes()).singleElement().returns(Severity.WARNING, Note::severity);
    }

    @Test
    void contradictory_or_doubtful_words_on_a_patch_prove_none() {
        PatchEvidence evidence = new PatchEvidence(Values.from(Shelf.shipped()));
        CellValue none = CellValue.BLANK;
        var contradictory = evidence.of(new CellValue.Text("有"), new CellValue.Text("提供しない予定"), Treatment.FIX, FindingStatus.OPEN);
        assertThat(contradictory.value().value()).isEqualTo(Patch.UNKNOWN);
        assertThat(contradictory.notes()).singleElement().returns("ESTIMATE-009", Note::code).returns(Severity.WARNING, Note::severity);
        assertThat(evidence.of(new CellValue.Text("無"), new CellValue.Text("提供済"), null, FindingStatus.OPEN).value().value()).isEqualTo(Patch.UNKNOWN);
        var recalled = evidence.of(new CellValue.Text("有→回収"), none, Treatment.FIX, FindingStatus.OPEN);
        assertThat(recalled.value().value()).as("not assumed against its own column").isEqualTo(Patch.UNKNOWN);
        assertThat(recalled.notes()).singleElement().returns(Severity.WARNING, Note::severity);
        assertThat(evidence.of(new CellValue.Text("不明"), none, Treatment.FIX, FindingStatus.OPEN).value().value()).isEqualTo(Patch.UNKNOWN);
        assertThat(evidence.of(new CellValue.Text("有"), new CellValue.Text("有→回収"), Treatment.FIX, FindingStatus.OPEN).value().value()).isEqualTo(Patch.UNKNOWN);
        assertThat(evidence.of(none, new CellValue.Text("担当者から後日連絡"), Treatment.FIX, FindingStatus.OPEN).value().value()).isEqualTo(Patch.PATCH_APPROVED);
    }

    @Test
    void every_message_stands_in_both_languages() {
        Wording wording = Wording.of(Estimator.class);
        assertThat(wording.keys(Language.JA)).isEqualTo(wording.keys(Language.EN));
        assertThat(one(new Row().name("CT")).safety().how().in(Language.EN)).contains("\"CT\"");
    }

    private static List<Operation> operations(Row... rows) {
        return ESTIMATOR.estimate(java.util.Arrays.stream(rows).map(Row::draft).toList(), DAY).devices().stream().map(d -> d.operation().value()).toList();
    }
}
