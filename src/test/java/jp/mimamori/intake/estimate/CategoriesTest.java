package jp.mimamori.intake.estimate;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import jp.mimamori.inventory.Safety;
import jp.mimamori.settings.Shelf;
import jp.mimamori.settings.VocabularyFile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CategoriesTest {

    private static final Categories CATEGORIES = Categories.from(Shelf.shipped());

    private static String category(String name) {
        return CATEGORIES.of(new Row().name(name).draft()).map(m -> m.category().key()).orElse("none");
    }

    @ParameterizedTest
    @CsvSource({"汎用人工呼吸器,ventilator", "ﾍﾞﾝﾁﾚｰﾀｰ,ventilator", "在宅用人工呼吸器,ventilator", "NPPV装置,ventilator", "全身麻酔器,anaesthesia", "人工心肺装置,heart_lung", "ＩＡＢＰ駆動装置,heart_lung", "体外式膜型人工肺,heart_lung", "自動体外式除細動器,defibrillator",
        "多用途透析用監視装置,dialysis", "RO装置,dialysis", "持続緩徐式血液濾過器,dialysis", "アフェレシス装置,dialysis", "インファントウォーマー,incubator", "シリンジ・ポンプ,pump", "ﾕｴｷﾎﾟﾝﾌﾟ,pump", "経腸栄養ﾎﾟﾝﾌﾟ,pump", "輸血ポンプ,pump", "密封小線源治療装置,linac",
        "重要パラメータ付多項目モニタ,patient_monitor", "ﾍﾞｯﾄﾞｻｲﾄﾞﾓﾆﾀｰ,patient_monitor", "パルスオキシメーター,patient_monitor", "心電図送信機,patient_monitor", "テレメトリ,patient_monitor", "ダビンチ,surgical_robot", "循環器用X線透視診断装置,angiography", "ｱﾝｷﾞｵ装置,angiography", "血ガス,blood_gas", "注射薬カート,pharmacy", "全自動錠剤分包機,pharmacy", "スマートポンプゲートウェイ,gateway",
        "全身用X線CT診断装置,ct", "PET-CT,ct", "ガンマカメラ,ct", "超電導磁石式全身用MR装置,mri", "気管支スコープ,endoscopy", "マンモ,xray", "CR装置,xray", "回診車,xray", "移動型X線装置,xray", "デンタルX線,xray", "遠心機,lab", "免疫発光測定装置,lab", "ホルター心電計,ecg", "解析機能付き心電計,ecg", "終夜睡眠ポリグラフ,eeg", "読影端末,pacs", "ｴｺｰ,ultrasound", "汎用超音波画像診断装置,ultrasound",
        "光干渉断層計,fundus", "骨塩定量,bone_density", "自動血圧計,vital_signs", "HIS端末,pc", "PC用モニタ,pc", "L3SW,network", "無線LAN AP,network", "レセコン,server", "Webサーバ,server", "Patient Monitor,patient_monitor", "GE CT,ct", "PHILIPS MRI,mri", "Centricity PACS Server,pacs", "T1 Ventilator,ventilator", "Vital Signs Patient Monitor,patient_monitor", "Alaris Gateway Workstation,gateway"})
    void a_hospital_s_names_find_their_category(String name, String category) {
        assertThat(category(name)).isEqualTo(category);
    }

    @ParameterizedTest
    @CsvSource({"MRI対応シリンジポンプ,pump", "MRI対応生体情報モニタ,patient_monitor", "CT室プリンタ,printer", "プリンタ（透析室）,printer", "透析室体重計,-", "人工呼吸器用加湿器,-", "内視鏡洗浄消毒器,-", "血管内超音波診断装置,-", "ＡＥＤ収納ボックス,-", "植込み型除細動器プログラマ,-", "モニタアーム,-", "体外式ペースメーカ,-",
        "CTS,none", "OCTA,none", "EMRO,none", "リハビリ室エアコン,none", "CT室空調,none", "透析室コンソール,dialysis", "CT検査室,ct", "リハビリ室,rehab", "モニタ,none", "ポンプ,none", "Valleylab Exchange Client,none"})
    void what_only_looks_like_a_device_is_no_such_device(String name, String category) {
        assertThat(category(name)).isEqualTo(category);
    }

    @ParameterizedTest
    @ValueSource(strings = {"人工呼吸器|透析装置|輸液ポンプ", "CT|人工呼吸器", "電子カルテ端末|輸液ポンプ", "プリンタ|除細動器", "超音波診断装置|麻酔器", "モニタアーム|人工呼吸器"})
    void the_gravest_of_several_wins_in_either_order(String names) {
        List<String> parts = List.of(names.split("\\|"));
        for (String joined : List.of(String.join(" ", parts), String.join("・", reversed(parts)))) {
            assertThat(CATEGORIES.of(new Row().name(joined).draft()).orElseThrow().category().safety()).isEqualTo(Safety.CATASTROPHIC);
        }
    }

    @Test
    void every_keyword_alone_finds_the_row_that_names_it() {
        VocabularyFile.read(Shelf.shipped(), "categories.csv").rows().forEach(row -> {
            for (String word : (row.get("keywords_ja") + "|" + row.get("keywords_en")).split("\\|")) {
                if (!word.isBlank()) {
                    assertThat(category(word)).as(word).isEqualTo(row.get("category"));
                }
            }
        });
    }

    private static List<String> reversed(List<String> parts) {
        List<String> other = new java.util.ArrayList<>(parts);
        java.util.Collections.reverse(other);
        return other;
    }
}
