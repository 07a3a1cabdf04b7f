package jp.mimamori.policy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import jp.mimamori.decision.table.Question;

/**
 * Made the first edition of the shipped profile {@code bod-26-04} ({@code main}, run by hand with the folder of the profiles). The
 * workbook is the source of truth since. Its rows are those of CISA's table "CISA BOD 26-04 Remediation Timelines" 1.0.0 with
 * a total technical impact (github.com/CERTCC/SSVC, data/csv/cisa/cisa_bod_26_04_1_0_0.csv), in our words; the row number of that file
 * stands in the notes.
 */
final class ProfileTables {

    private ProfileTables() {
    }

    public static void main(String[] folder) throws IOException {
        Path profile = Files.createDirectories(Path.of(folder[0], "bod-26-04"));
        bod().write(profile.resolve("bod-26-04.xlsx"));
    }

    static PolicyWorkbookWriter bod() {
        return new PolicyWorkbookWriter()
                .version(
                        new String[] {"名称", "プロファイル bod-26-04：CISA BOD 26-04 の対応期限（IT機器）"},
                        new String[] {"Name", "Profile bod-26-04: the remediation timelines of CISA BOD 26-04, for IT assets"},
                        new String[] {"版", "1.0"},
                        new String[] {"根拠", "CISA BOD 26-04 Remediation Timelines 1.0.0（CERT/CC SSVC の data/csv/cisa/cisa_bod_26_04_1_0_0.csv）。"
                                + "備考の行番号はそのファイルの行。"},
                        new String[] {"読み替え", "KEV に載っている＝悪用状況「悪用あり」。公開されている＝ネットワーク接続状況「インターネット公開」"
                                + "（リモート保守ありは公開に当たりません）。技術的影響は方針の項目にないため、常に total（全面的な支配）とみなします。"},
                        new String[] {"期限", "3日→緊急、14日→早急、60日→計画、次回の更改時→主張なし。"},
                        new String[] {"使い方", "--profile bod-26-04 を付けたときだけ、方針の主張に加わります。判定を軽くすることはありません。"},
                        new String[] {"変更履歴", "1.0 初版"})
                .table(Question.URGENCY_EXTRA,
                        row("001", "≤ 実証コード公開 ; インターネット公開 ; 自動化困難", "早急",
                                "インターネットに公開されたIT機器のため、BOD 26-04 では14日以内の修正が求められます（技術的影響は total とみなす）。",
                                "An IT asset open to the internet: BOD 26-04 asks for a fix within 14 days (technical impact taken as total).", "9"),
                        row("002", "≤ 実証コード公開 ; ≤ リモート保守あり ; 自動化可能", "計画",
                                "攻撃を自動化できる脆弱性のため、BOD 26-04 では60日以内の修正が求められます（技術的影響は total とみなす）。",
                                "An attack can be automated: BOD 26-04 asks for a fix within 60 days (technical impact taken as total).", "10"),
                        row("003", "≤ 実証コード公開 ; インターネット公開 ; 自動化可能", "緊急",
                                "インターネットに公開され、攻撃を自動化できるため、BOD 26-04 では3日以内の修正が求められます（技術的影響は total とみなす）。",
                                "Open to the internet, and an attack can be automated: BOD 26-04 asks for a fix within 3 days (technical impact taken as total).", "14"),
                        row("004", "悪用あり ; ≤ リモート保守あり ; 自動化困難", "早急",
                                "実際に悪用されている脆弱性のため、BOD 26-04 では14日以内の修正が求められます（技術的影響は total とみなす）。",
                                "It is being exploited: BOD 26-04 asks for a fix within 14 days (technical impact taken as total).", "8"),
                        row("005", "悪用あり ; インターネット公開 ; 自動化困難", "緊急",
                                "インターネットに公開され、実際に悪用されているため、BOD 26-04 では3日以内の修正と侵害の調査が求められます（技術的影響は total とみなす）。",
                                "Open to the internet and being exploited: BOD 26-04 asks for a fix within 3 days and a forensic investigation (technical impact taken as total).", "12"),
                        row("006", "悪用あり ; ≤ リモート保守あり ; 自動化可能", "緊急",
                                "実際に悪用され、攻撃を自動化できるため、BOD 26-04 では3日以内の修正と侵害の調査が求められます（技術的影響は total とみなす）。",
                                "Being exploited, and an attack can be automated: BOD 26-04 asks for a fix within 3 days and a forensic investigation (technical impact taken as total).", "13"),
                        row("007", "悪用あり ; インターネット公開 ; 自動化可能", "緊急",
                                "インターネットに公開され、実際に悪用され、攻撃を自動化できるため、BOD 26-04 では3日以内の修正と侵害の調査が求められます（技術的影響は total とみなす）。",
                                "Open to the internet, being exploited, and an attack can be automated: BOD 26-04 asks for a fix within 3 days and a forensic investigation (technical impact taken as total).", "15"));
    }

    private static String row(String number, String inputs, String urgency, String ja, String en, String source) {
        return "BOD-" + number + " ; IT機器 ; " + inputs + " ; * ; " + urgency + " ; " + ja + " ; " + en + " ; CISA BOD 26-04 表の行 " + source;
    }
}
