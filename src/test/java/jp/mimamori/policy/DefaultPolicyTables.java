package jp.mimamori.policy;

import java.io.IOException;
import java.nio.file.Path;
import jp.mimamori.decision.table.Question;

/**
 * Made the first edition of the shipped workbooks in {@code spreadsheets/policy} ({@code main}, run by hand with that folder).
 * The workbooks are the source of truth since; this stays as a text a reviewer can read. SSVC's cells are those of CERT/CC's
 * deployer table 1.0.0, neighbouring cells with the same outcome in one row.
 */
final class DefaultPolicyTables {

    private DefaultPolicyTables() {
    }

    public static void main(String[] folder) throws IOException {
        urgency().write(Path.of(folder[0], "urgency.xlsx"));
        treatment().write(Path.of(folder[0], "treatment.xlsx"));
        overrides().write(Path.of(folder[0], "overrides.xlsx"));
    }

    static PolicyWorkbookWriter urgency() {
        return new PolicyWorkbookWriter()
                .version(
                        new String[] {"名称", "病院サイバーセキュリティ対応方針（既定）"},
                        new String[] {"Name", "Default policy: how urgent"},
                        new String[] {"版", "1.0"},
                        new String[] {"施行日", "（病院で記入）"},
                        new String[] {"承認", "（委員会で記入）"},
                        new String[] {"根拠", "CERT/CC SSVC デプロイヤーモデル、CISA BOD 26-04、FDA 市販後ガイダンス、ISO 14971、IMDRF N60/N73、"
                                + "医療機関における医療機器のサイバーセキュリティ確保のための手引書"},
                        new String[] {"使い方", "このブックと treatment.xlsx は委員会が編集します。セルは一覧の言葉か数だけです。"
                                + "番号（SSVC-014 など）は一度使ったら別の行に使い回さないでください。"},
                        new String[] {"変更履歴", "1.0 初版"})
                .table(Question.REACH,
                        "REACH-001 ; 物理 ; 非接続・隔離 ; 機器に触れなければ攻撃できません。 ; An attacker has to touch the device.",
                        "REACH-002 ; ローカル、隣接 ; 院内ネットワーク ; 機器の操作か同じネットワークへの接続が必要で、院外から直接は攻撃できません。 ; An attacker must use the device or its own network: no direct attack from outside.",
                        "REACH-003 ; ネットワーク ; インターネット公開 ; ネットワークがつながる所ならどこからでも攻撃できます。 ; It can be attacked from wherever the network reaches.")
                .table(Question.IMPACT,
                        "IMP-001 ; ≤ 中等度 ; ≤ 中 ; 低 ; 患者への影響は限られ、診療は続けられます。 ; Harm to patients is limited and care goes on.",
                        "IMP-002 ; ≤ 中等度 ; 大 ; 中 ; 重要な診療機能が一つ止まります。 ; One essential function of care stops.",
                        "IMP-003 ; ≤ 中等度 ; 病院全体 ; 極めて高 ; 病院全体の診療が止まります。 ; Care stops in the whole hospital.",
                        "IMP-004 ; 重大 ; 小 ; 中 ; 患者に重大な影響が出得ますが、他の機器で代替できます。 ; A patient can be gravely harmed, but other units cover.",
                        "IMP-005 ; 重大 ; 中、大 ; 高 ; 患者に重大な影響が出得て、代わりも十分にありません。 ; A patient can be gravely harmed and little stands in.",
                        "IMP-006 ; 重大 ; 病院全体 ; 極めて高 ; 患者への重大な影響と病院全体の停止が重なります。 ; Grave harm to patients and a hospital at a standstill.",
                        "IMP-007 ; 致命的 ; * ; 極めて高 ; 患者の死亡につながり得ます。 ; A patient can die.")
                .table(Question.IMPACT_FLOOR,
                        "IMPF-001 ; 中等度 ; * ; 中 ; 患者安全への影響が中等度なら、人への影響は「中」を下回りません。 ; With serious patient-safety impact, human impact is at least medium.",
                        "IMPF-002 ; 重大 ; * ; 高 ; 患者安全への影響が重大なら、人への影響は「高」を下回りません。 ; With critical patient-safety impact, human impact is at least high.",
                        "IMPF-003 ; 致命的 ; * ; 極めて高 ; 患者安全への影響が致命的なら、人への影響が「極めて高」です。 ; With catastrophic patient-safety impact, human impact is very high.",
                        "IMPF-004 ; * ; 大量の患者情報 ; 中 ; 大量の患者情報が漏えいし得るため、人への影響は「中」を下回りません。 ; Mass patient data can leak, so human impact is at least medium.")
                .table(Question.SSVC,
                "SSVC-001 ; 確認されていない ; 非接続・隔離 ; 自動化困難 ; ≤ 中 ; 保留 ; 悪用は確認されておらず、攻撃はネットワークから届かず、人への影響が「中」以下です。 ; No exploitation is known, no attack reaches it over the network, and human impact is medium or less.",
                "SSVC-002 ; 確認されていない ; 非接続・隔離 ; 自動化困難 ; ≥ 高 ; 計画 ; 悪用は確認されておらず、攻撃はネットワークから届かず、人への影響が「高」以上です。 ; No exploitation is known, no attack reaches it over the network, and human impact is high or more.",
                "SSVC-003 ; 確認されていない ; 非接続・隔離 ; 自動化可能 ; 低 ; 保留 ; 悪用は確認されておらず、機器は隔離されていて、人への影響が「低」です。 ; No exploitation is known, the device is isolated, and human impact is low.",
                "SSVC-004 ; 確認されていない ; 非接続・隔離 ; 自動化可能 ; ≥ 中 ; 計画 ; 悪用は確認されておらず、機器は隔離されていて、人への影響が「中」以上です。 ; No exploitation is known, the device is isolated, and human impact is medium or more.",
                "SSVC-005 ; 確認されていない ; 分離ネットワーク、院内ネットワーク ; 自動化困難 ; 低 ; 保留 ; 悪用は確認されておらず、院内の限られた所から手作業で攻撃でき、人への影響が「低」です。 ; No exploitation is known, it can be attacked by hand from inside the hospital, and human impact is low.",
                "SSVC-006 ; 確認されていない ; 分離ネットワーク、院内ネットワーク ; 自動化困難 ; ≥ 中 ; 計画 ; 悪用は確認されておらず、院内の限られた所から手作業で攻撃でき、人への影響が「中」以上です。 ; No exploitation is known, it can be attacked by hand from inside the hospital, and human impact is medium or more.",
                "SSVC-007 ; 確認されていない ; 分離ネットワーク、院内ネットワーク ; 自動化可能 ; * ; 計画 ; 悪用は確認されておらず、院内に入った攻撃が自動で広がり得て、人への影響の大きさによらず対応が必要です。 ; No exploitation is known, an attack inside the hospital can spread by itself, and it is due whatever the human impact.",
                "SSVC-008 ; 確認されていない ; リモート保守あり、インターネット公開 ; 自動化困難 ; 低 ; 保留 ; 悪用は確認されておらず、院外から手作業で攻撃でき、人への影響が「低」です。 ; No exploitation is known, it can be attacked by hand from outside, and human impact is low.",
                "SSVC-009 ; 確認されていない ; リモート保守あり、インターネット公開 ; 自動化困難 ; ≥ 中 ; 計画 ; 悪用は確認されておらず、院外から手作業で攻撃でき、人への影響が「中」以上です。 ; No exploitation is known, it can be attacked by hand from outside, and human impact is medium or more.",
                "SSVC-010 ; 確認されていない ; リモート保守あり、インターネット公開 ; 自動化可能 ; ≤ 高 ; 計画 ; 悪用は確認されておらず、院外から自動で攻撃でき、人への影響が「高」以下です。 ; No exploitation is known, it can be attacked from outside automatically, and human impact is high or less.",
                "SSVC-011 ; 確認されていない ; リモート保守あり、インターネット公開 ; 自動化可能 ; 極めて高 ; 早急 ; 悪用は確認されておらず、院外から自動で攻撃でき、人への影響が「極めて高」です。 ; No exploitation is known, it can be attacked from outside automatically, and human impact is very high.",
                "SSVC-012 ; 悪用予測が高い（EPSS 0.10以上）、実証コード公開 ; 非接続・隔離 ; 自動化困難 ; 低 ; 保留 ; 悪用の手段が公開されているか悪用が予測され、攻撃はネットワークから届かず、人への影響が「低」です。 ; An exploit is public or exploitation is likely, no attack reaches it over the network, and human impact is low.",
                "SSVC-013 ; 悪用予測が高い（EPSS 0.10以上）、実証コード公開 ; 非接続・隔離 ; 自動化困難 ; ≥ 中 ; 計画 ; 悪用の手段が公開されているか悪用が予測され、攻撃はネットワークから届かず、人への影響が「中」以上です。 ; An exploit is public or exploitation is likely, no attack reaches it over the network, and human impact is medium or more.",
                "SSVC-014 ; 悪用予測が高い（EPSS 0.10以上）、実証コード公開 ; 非接続・隔離 ; 自動化可能 ; * ; 計画 ; 悪用の手段が公開されているか悪用が予測され、機器は隔離されていて、人への影響の大きさによらず対応が必要です。 ; An exploit is public or exploitation is likely, the device is isolated, and it is due whatever the human impact.",
                "SSVC-015 ; 悪用予測が高い（EPSS 0.10以上）、実証コード公開 ; 分離ネットワーク、院内ネットワーク ; 自動化困難 ; 低 ; 保留 ; 悪用の手段が公開されているか悪用が予測され、院内の限られた所から手作業で攻撃でき、人への影響が「低」です。 ; An exploit is public or exploitation is likely, it can be attacked by hand from inside the hospital, and human impact is low.",
                "SSVC-016 ; 悪用予測が高い（EPSS 0.10以上）、実証コード公開 ; 分離ネットワーク、院内ネットワーク ; 自動化困難 ; ≥ 中 ; 計画 ; 悪用の手段が公開されているか悪用が予測され、院内の限られた所から手作業で攻撃でき、人への影響が「中」以上です。 ; An exploit is public or exploitation is likely, it can be attacked by hand from inside the hospital, and human impact is medium or more.",
                "SSVC-017 ; 悪用予測が高い（EPSS 0.10以上）、実証コード公開 ; 分離ネットワーク、院内ネットワーク ; 自動化可能 ; ≤ 高 ; 計画 ; 悪用の手段が公開されているか悪用が予測され、院内に入った攻撃が自動で広がり得て、人への影響が「高」以下です。 ; An exploit is public or exploitation is likely, an attack inside the hospital can spread by itself, and human impact is high or less.",
                "SSVC-018 ; 悪用予測が高い（EPSS 0.10以上）、実証コード公開 ; 分離ネットワーク、院内ネットワーク ; 自動化可能 ; 極めて高 ; 早急 ; 悪用の手段が公開されているか悪用が予測され、院内に入った攻撃が自動で広がり得て、人への影響が「極めて高」です。 ; An exploit is public or exploitation is likely, an attack inside the hospital can spread by itself, and human impact is very high.",
                "SSVC-019 ; 悪用予測が高い（EPSS 0.10以上）、実証コード公開 ; リモート保守あり、インターネット公開 ; 自動化困難 ; ≤ 高 ; 計画 ; 悪用の手段が公開されているか悪用が予測され、院外から手作業で攻撃でき、人への影響が「高」以下です。 ; An exploit is public or exploitation is likely, it can be attacked by hand from outside, and human impact is high or less.",
                "SSVC-020 ; 悪用予測が高い（EPSS 0.10以上）、実証コード公開 ; リモート保守あり、インターネット公開 ; 自動化困難 ; 極めて高 ; 早急 ; 悪用の手段が公開されているか悪用が予測され、院外から手作業で攻撃でき、人への影響が「極めて高」です。 ; An exploit is public or exploitation is likely, it can be attacked by hand from outside, and human impact is very high.",
                "SSVC-021 ; 悪用予測が高い（EPSS 0.10以上）、実証コード公開 ; リモート保守あり、インターネット公開 ; 自動化可能 ; ≤ 中 ; 計画 ; 悪用の手段が公開されているか悪用が予測され、院外から自動で攻撃でき、人への影響が「中」以下です。 ; An exploit is public or exploitation is likely, it can be attacked from outside automatically, and human impact is medium or less.",
                "SSVC-022 ; 悪用予測が高い（EPSS 0.10以上）、実証コード公開 ; リモート保守あり、インターネット公開 ; 自動化可能 ; ≥ 高 ; 早急 ; 悪用の手段が公開されているか悪用が予測され、院外から自動で攻撃でき、人への影響が「高」以上です。 ; An exploit is public or exploitation is likely, it can be attacked from outside automatically, and human impact is high or more.",
                "SSVC-023 ; 悪用あり ; 非接続・隔離 ; 自動化困難 ; ≤ 中 ; 計画 ; 実際に悪用されており、攻撃はネットワークから届かず、人への影響が「中」以下です。 ; It is being exploited, no attack reaches it over the network, and human impact is medium or less.",
                "SSVC-024 ; 悪用あり ; 非接続・隔離 ; 自動化困難 ; ≥ 高 ; 早急 ; 実際に悪用されており、攻撃はネットワークから届かず、人への影響が「高」以上です。 ; It is being exploited, no attack reaches it over the network, and human impact is high or more.",
                "SSVC-025 ; 悪用あり ; 非接続・隔離 ; 自動化可能 ; 低 ; 計画 ; 実際に悪用されており、機器は隔離されていて、人への影響が「低」です。 ; It is being exploited, the device is isolated, and human impact is low.",
                "SSVC-026 ; 悪用あり ; 非接続・隔離 ; 自動化可能 ; ≥ 中 ; 早急 ; 実際に悪用されており、機器は隔離されていて、人への影響が「中」以上です。 ; It is being exploited, the device is isolated, and human impact is medium or more.",
                "SSVC-027 ; 悪用あり ; 分離ネットワーク、院内ネットワーク ; 自動化困難 ; ≤ 中 ; 計画 ; 実際に悪用されており、院内の限られた所から手作業で攻撃でき、人への影響が「中」以下です。 ; It is being exploited, it can be attacked by hand from inside the hospital, and human impact is medium or less.",
                "SSVC-028 ; 悪用あり ; 分離ネットワーク、院内ネットワーク ; 自動化困難 ; ≥ 高 ; 早急 ; 実際に悪用されており、院内の限られた所から手作業で攻撃でき、人への影響が「高」以上です。 ; It is being exploited, it can be attacked by hand from inside the hospital, and human impact is high or more.",
                "SSVC-029 ; 悪用あり ; 分離ネットワーク、院内ネットワーク ; 自動化可能 ; * ; 早急 ; 実際に悪用されており、院内に入った攻撃が自動で広がり得て、人への影響の大きさによらず対応が必要です。 ; It is being exploited, an attack inside the hospital can spread by itself, and it is due whatever the human impact.",
                "SSVC-030 ; 悪用あり ; リモート保守あり、インターネット公開 ; 自動化困難 ; 低 ; 計画 ; 実際に悪用されており、院外から手作業で攻撃でき、人への影響が「低」です。 ; It is being exploited, it can be attacked by hand from outside, and human impact is low.",
                "SSVC-031 ; 悪用あり ; リモート保守あり、インターネット公開 ; 自動化困難 ; 中、高 ; 早急 ; 実際に悪用されており、院外から手作業で攻撃でき、人への影響が「中～高」です。 ; It is being exploited, it can be attacked by hand from outside, and human impact is medium to high.",
                "SSVC-032 ; 悪用あり ; リモート保守あり、インターネット公開 ; 自動化困難 ; 極めて高 ; 緊急 ; 実際に悪用されており、院外から手作業で攻撃でき、人への影響が「極めて高」です。 ; It is being exploited, it can be attacked by hand from outside, and human impact is very high.",
                "SSVC-033 ; 悪用あり ; リモート保守あり、インターネット公開 ; 自動化可能 ; ≤ 中 ; 早急 ; 実際に悪用されており、院外から自動で攻撃でき、人への影響が「中」以下です。 ; It is being exploited, it can be attacked from outside automatically, and human impact is medium or less.",
                "SSVC-034 ; 悪用あり ; リモート保守あり、インターネット公開 ; 自動化可能 ; ≥ 高 ; 緊急 ; 実際に悪用されており、院外から自動で攻撃でき、人への影響が「高」以上です。 ; It is being exploited, it can be attacked from outside automatically, and human impact is high or more."
                )
                .table(Question.URGENCY_FLOOR,
                        "FLOOR-001 ; ≥ 高 ; ≥ 院内ネットワーク ; * ; * ; 計画 ; 深刻度の高い脆弱性を突いて院内ネットワークから攻撃できるため、計画的な対応を下回りません。 ; A severe flaw within reach of the general network is at least scheduled.",
                        "FLOOR-002 ; 最高 ; インターネット公開 ; * ; * ; 早急 ; 深刻度が最高の脆弱性がインターネットにさらされています。 ; A flaw of critical severity is open to the internet.",
                        "FLOOR-003 ; 最高 ; インターネット公開 ; 自動化可能 ; ≥ 悪用予測が高い ; 緊急 ; インターネットから自動で攻撃でき、悪用の手段または兆候があります。 ; It can be attacked automatically from the internet, and an exploit is public or likely.",
                        "FLOOR-004 ; * ; ≥ 院内ネットワーク ; * ; 悪用あり ; 早急 ; 実際に悪用されている脆弱性を突いて、院内ネットワークから攻撃できます。 ; A flaw that is being exploited is within reach of the general network.")
                .table(Question.UPLIFT,
                        "EOS-001 ; サポート終了 ; ≥ 院内ネットワーク ; 保留 ; * ; * ; * ; 計画 ; サポートが終了していて修正は提供されず、院内から攻撃できるため一段引き上げます。 ; Support has ended, no fix will come and it can be reached inside the hospital: one step up.",
                        "EOS-002 ; サポート終了 ; ≥ 院内ネットワーク ; 計画 ; ≥ 高 ; * ; * ; 早急 ; サポートが終了していて深刻度が高いため一段引き上げます。 ; Support has ended and the severity is high: one step up.",
                        "EOS-003 ; サポート終了 ; ≥ 院内ネットワーク ; 計画 ; * ; ≥ 悪用予測が高い ; * ; 早急 ; サポートが終了していて悪用の手段または兆候があるため一段引き上げます。 ; Support has ended and an exploit is public or likely: one step up.",
                        "EOS-004 ; サポート終了 ; ≥ 院内ネットワーク ; 早急 ; * ; * ; 隣接、ネットワーク ; 緊急 ; サポートが終了していてネットワーク越しに攻撃できるため一段引き上げます。 ; Support has ended and it can be attacked over the network: one step up.")
                .unknowns(
                        "UNK-001 ; 患者安全への影響 ; 重大 ; 不明の間は重大とみなします。 ; While unknown, taken as critical.",
                        "UNK-002 ; 診療業務への影響 ; 大（重要な診療機能が停止） ; 不明の間は重要な診療機能が止まるとみなします。 ; While unknown, an essential function is taken to stop.",
                        "UNK-003 ; ネットワーク接続状況 ; リモート保守あり ; 不明の間は院外から保守接続があるとみなします。 ; While unknown, remote maintenance is assumed.",
                        "UNK-004 ; 悪用状況 ; 悪用予測が高い（EPSS 0.10以上） ; 不明の間は悪用の兆候があるとみなします。 ; While unknown, exploitation is taken as likely.",
                        "UNK-005 ; サポート状況 ; サポート終了 ; 不明の間は終了とみなします。 ; While unknown, support is taken as ended.",
                        "UNK-006 ; 情報漏えいの影響 ; 大量の患者情報 ; 不明の間は大量の患者情報があるとみなします。 ; While unknown, mass patient data is assumed.",
                        "UNK-007 ; 深刻度区分（CVSS） ; 最高 ; 不明の間は最高とみなします。 ; While unknown, taken as critical.",
                        "UNK-008 ; 攻撃の自動化 ; 自動化可能 ; 不明の間は自動化できるとみなします。 ; While unknown, taken as automatable.",
                        "UNK-009 ; 攻撃元区分 ; ネットワーク ; 不明の間はネットワークから攻撃できるとみなします。 ; While unknown, taken as reachable over the network.",
                        "UNK-010 ; 緊急度 ; 早急 ; 不明な項目だけを理由に緊急とはしません（上限）。 ; Missing answers alone never make it immediate (upper limit).");
    }

    static PolicyWorkbookWriter overrides() {
        return new PolicyWorkbookWriter().overrides(
                "OVR-001 ; 下げられる段階数 ; 1 ; 判断で下げられるのは一段階までです（0 は下げられない。上げるのは自由です）。 ; Judgement may lower an urgency by one step (0 is never). Raising it is free.",
                "OVR-002 ; 下げた緊急度の有効日数（承認日から） ; 90 ; 下げた緊急度は承認日から90日以内に見直します。過ぎると規則どおりに戻ります。 ; A lowered urgency is looked at again within 90 days of its approval; after that the rules count again.",
                "OVR-003 ; 下限を守る患者安全への影響（以上または不明） ; 重大 ; 患者に重大な影響が出得るか、分からないものは、下限より下げません。 ; What can gravely harm a patient, or might, is not lowered below the floor.",
                "OVR-004 ; その場合の緊急度の下限 ; 計画 ; 患者に重大な影響が出得るものを保留にはしません。 ; What can gravely harm a patient is never deferred.",
                "OVR-005 ; 下げるときの承認者 ; 委員会、委員会・病院長 ; 緊急度を下げるのは担当者の判断ではなく委員会の決定です。 ; Lowering an urgency is the committee's decision, not one person's.");
    }

    static PolicyWorkbookWriter treatment() {
        return new PolicyWorkbookWriter()
                .table(Question.ACCEPTANCE,
                        "ACC-001 ; 保留 ; 確定 ; * ; * ; * ; * ; 受容可 ; 緊急度が保留で確定しているため、受容を検討できます。 ; The urgency is defer and certain, so acceptance may be considered.",
                        "ACC-002 ; ≥ 計画 ; * ; * ; * ; * ; * ; 受容不可 ; 緊急度が計画以上のものは受容しません。 ; What is at least scheduled is not accepted.",
                        "ACC-003 ; * ; 暫定 ; * ; * ; * ; * ; 受容不可 ; 不明な項目がある間は受容しません。 ; Nothing is accepted while answers are missing.",
                        "ACC-004 ; * ; * ; ≥ 重大 ; * ; * ; * ; 受容不可 ; 患者に重大な影響が出得るものは受容しません。 ; What can gravely harm a patient is not accepted.",
                        "ACC-005 ; * ; * ; * ; 大量の患者情報 ; * ; * ; 受容不可 ; 大量の患者情報が漏えいし得るものは受容しません。 ; What can leak mass patient data is not accepted.",
                        "ACC-006 ; * ; * ; * ; * ; サポート終了 ; ≥ 分離ネットワーク ; 受容不可 ; サポートの終了した機器をネットワークにつないだままの受容はしません。 ; A device past its end of support is not accepted while it is on a network.")
                .table(Question.TREATMENT,
                        "TRT-001 ; パッチあり（承認済み） ; 受容不可 ; * ; 修正 ; 承認済みのパッチがあるため適用します。 ; There is an approved patch, so it is installed.",
                        "TRT-002 ; パッチあり（承認済み） ; 受容可 ; 小、中、不明 ; 修正 ; 承認済みのパッチがあり、費用も過大ではないため適用します。 ; There is an approved patch at a reasonable cost, so it is installed.",
                        "TRT-003 ; パッチあり（承認済み） ; 受容可 ; ≥ 大 ; 受容 ; 緊急度が最も低く、適用の費用・難易度が大きいため受容できます。 ; The urgency is the lowest and the fix costly, so it may be accepted.",
                        "TRT-004 ; パッチあり（メーカー未承認）、提供予定、パッチなし ; 受容可 ; * ; 受容 ; 適用できるパッチはまだなく、リスクが低いため受容できます。 ; There is no patch to install yet and the risk is low, so it may be accepted.",
                        "TRT-005 ; パッチあり（メーカー未承認）、提供予定、パッチなし ; 受容不可 ; * ; 緩和策 ; 適用できるパッチはまだないため、緩和策で守ります（未承認のパッチは病院の判断では適用しません）。 ; There is no patch to install yet, so other controls protect it (a patch without the maker's approval is not installed).",
                        "TRT-006 ; 不明 ; * ; * ; 緩和策 ; パッチの有無が分からないため、確認しながら緩和策で守ります。 ; It is not known whether there is a patch: ask, and protect it meanwhile.")
                .table(Question.DEADLINE,
                        "DUE-001 ; 緩和策 ; 緊急 ; * ; 3 ; － ; 緊急の緩和策は3日以内に行います。 ; An immediate mitigation stands within 3 days.",
                        "DUE-002 ; 緩和策 ; 早急 ; * ; 14 ; － ; 早急の緩和策は14日以内に行います。 ; An out-of-cycle mitigation stands within 14 days.",
                        "DUE-003 ; 緩和策 ; 計画 ; * ; 60 ; － ; 計画の緩和策は60日以内に行います。 ; A scheduled mitigation stands within 60 days.",
                        "DUE-004 ; 緩和策 ; 保留 ; * ; 180 ; － ; 保留の緩和策は180日以内に行います。 ; A deferred mitigation stands within 180 days.",
                        "DUE-005 ; 修正 ; 緊急 ; 医療機器 ; 14 ; 3 ; 医療機器の緊急の修正は14日以内、それまでの緩和策は3日以内に行います。 ; An immediate fix of a medical device within 14 days, mitigated within 3.",
                        "DUE-006 ; 修正 ; 早急 ; 医療機器 ; 30 ; 14 ; 医療機器の早急の修正は30日以内、それまでの緩和策は14日以内に行います。 ; An out-of-cycle fix of a medical device within 30 days, mitigated within 14.",
                        "DUE-007 ; 修正 ; 計画 ; 医療機器 ; 90 ; － ; 医療機器の計画の修正は90日以内に行います。 ; A scheduled fix of a medical device within 90 days.",
                        "DUE-008 ; 修正 ; 保留 ; 医療機器 ; 365 ; － ; 保留の修正は次の定期点検（365日以内）で行います。 ; A deferred fix at the next inspection, within 365 days.",
                        "DUE-009 ; 修正 ; 緊急 ; IT機器 ; 3 ; － ; IT機器の緊急の修正は3日以内に行います。 ; An immediate fix of an IT asset within 3 days.",
                        "DUE-010 ; 修正 ; 早急 ; IT機器 ; 14 ; 14 ; IT機器の早急の修正は14日以内に行います。 ; An out-of-cycle fix of an IT asset within 14 days.",
                        "DUE-011 ; 修正 ; 計画 ; IT機器 ; 60 ; － ; IT機器の計画の修正は60日以内に行います。 ; A scheduled fix of an IT asset within 60 days.",
                        "DUE-012 ; 修正 ; 保留 ; IT機器 ; 365 ; － ; 保留の修正は365日以内に行います。 ; A deferred fix within 365 days.",
                        "DUE-013 ; 受容 ; * ; * ; － ; － ; 受容には対応期限がなく、有効期限があります。 ; An acceptance has no deadline but an expiry.")
                .table(Question.CONTROLS,
                        "CTL-001 ; 緩和策 ; ≥ 分離ネットワーク ; * ; * ; * ; * ; * ; C1|C2|C8 ; 10 ; ネットワークにつながっているため、通信を絞る対策のいずれかが必要です。 ; It is on a network: one way of restricting its traffic is needed.",
                        "CTL-002 ; 緩和策 ; ≥ 分離ネットワーク ; * ; * ; * ; * ; * ; C7 ; 70 ; ネットワークにつながっているため、異常に気づける監視が必要です。 ; It is on a network: somebody has to notice an attack.",
                        "CTL-003 ; 緩和策 ; 非接続・隔離 ; * ; * ; * ; * ; * ; C11 ; 110 ; 隔離された機器にはUSBなどの媒体から侵入されます。 ; An isolated device is attacked through USB sticks and media.",
                        "CTL-004 ; 緩和策 ; 非接続・隔離 ; * ; * ; * ; * ; * ; C12 ; 120 ; 隔離された機器には触れられる人を限ります。 ; Few people should be able to touch an isolated device.",
                        "CTL-005 ; 緩和策 ; * ; ≥ 重大 ; * ; * ; * ; * ; C10 ; 100 ; 患者に重大な影響が出得るため、止まったときの備えが必要です。 ; A patient can be gravely harmed: be ready for its downtime.",
                        "CTL-006 ; 緩和策 ; * ; * ; ≥ 大 ; * ; * ; * ; C10 ; 100 ; 重要な診療機能が止まり得るため、止まったときの備えが必要です。 ; An essential function can stop: be ready for its downtime.",
                        "CTL-007 ; 緩和策 ; * ; * ; * ; サポート終了 ; * ; * ; C13 ; 1 ; サポートが終了しているため、更新か廃棄の計画が先決です（予算年度を決める）。 ; Support has ended: replacement or disposal comes first, with its budget year.",
                        "CTL-008 ; 緩和策 ; * ; * ; * ; 1年以内に終了 ; * ; * ; C13 ; 130 ; 1年以内にサポートが終了するため、更新の計画が必要です。 ; Support ends within a year: plan the replacement.",
                        "CTL-009 ; 緩和策 ; * ; * ; * ; * ; ≠ パッチあり（承認済み） ; * ; C14 ; 140 ; パッチについてメーカーの回答を文書でもらいます。 ; Get the maker's answer on the patch in writing.",
                        "CTL-010 ; 緩和策 ; リモート保守あり ; * ; * ; * ; * ; * ; C5 ; 50 ; 院外からの保守接続には多要素認証が必要です。 ; Remote maintenance needs a second factor.",
                        "CTL-011 ; 緩和策 ; リモート保守あり ; * ; * ; * ; * ; * ; A1 ; 51 ; 保守回線は使うときだけつなぎます。 ; The maintenance line is connected only while it is used.",
                        "CTL-012 ; 修正、緩和策 ; ≥ リモート保守あり ; * ; * ; * ; * ; 悪用あり ; A2 ; 2 ; 悪用されている脆弱性を院外から突けるため、既に侵入されていないかを先に確認します。 ; An exploited flaw within reach from outside: check first whether somebody is in already.")
                .table(Question.APPROVAL,
                        "APR-001 ; 修正 ; ≤ 早急 ; 医療機器 ; * ; * ; * ; 医療機器安全管理責任者 ; － ; 医療機器の修正は医療機器安全管理責任者が承認します（早急は委員会に報告）。 ; The medical-device safety manager approves fixes of medical devices (out of cycle: reported to the committee).",
                        "APR-002 ; 修正 ; ≤ 早急 ; IT機器 ; * ; * ; * ; 医療情報システム安全管理責任者 ; － ; IT機器の修正は医療情報システム安全管理責任者が承認します（早急は委員会に報告）。 ; The information-system safety manager approves fixes of IT assets (out of cycle: reported to the committee).",
                        "APR-003 ; 緩和策 ; ≤ 早急 ; * ; * ; * ; * ; 医療機器安全管理責任者・医療情報システム安全管理責任者（連名） ; － ; 緩和策は二人の責任者が連名で承認し、対策は90日ごとに確かめます。 ; Both managers approve a mitigation together; its controls are verified again every 90 days.",
                        "APR-004 ; 受容 ; * ; * ; ≤ 軽微 ; * ; * ; 医療機器安全管理責任者・医療情報システム安全管理責任者（連名） ; 365 ; 患者への影響が軽微な受容は二人の責任者が連名で承認し、委員会に報告します。 ; Both managers accept what hardly touches patients and report it to the committee.",
                        "APR-005 ; 受容 ; * ; * ; 中等度 ; * ; * ; 委員会 ; 180 ; 患者への影響が中等度の受容は委員会が承認します。 ; The committee accepts what can seriously touch patients.",
                        "APR-006 ; 受容 ; * ; * ; ≥ 重大 ; * ; * ; 委員会・病院長 ; 90 ; 患者に重大な影響が出得る受容は委員会と病院長が承認します。 ; The committee and the director accept what can gravely harm a patient.",
                        "APR-007 ; 受容 ; * ; * ; * ; 大量の患者情報 ; * ; 委員会・病院長 ; 180 ; 大量の患者情報が漏えいし得る受容は委員会と病院長が承認します。 ; The committee and the director accept what can leak mass patient data.",
                        "APR-008 ; 受容 ; * ; * ; * ; * ; サポート終了 ; 委員会・病院長 ; 180 ; サポートの終了した機器の受容は委員会と病院長が承認します。 ; The committee and the director accept a device past its end of support.",
                        "APR-009 ; 修正、緩和策 ; 緊急 ; * ; * ; * ; * ; 医療情報システム安全管理責任者（即日病院長へ報告、委員会が追認） ; － ; 緊急は責任者がすぐに動き、その日のうちに病院長へ報告し、委員会が追認します。 ; The information-system safety manager acts at once, tells the director the same day, and the committee ratifies.");
    }
}
