package jp.mimamori.bench;

import java.util.List;
import java.util.Locale;
import java.util.Random;
import jp.mimamori.example.SampleFacts;
import jp.mimamori.example.SampleFacts.Device;

/** An inventory of any length in 20 columns: devices of the sample hospital in a seeded order, each with numbers of its own. */
public final class InventoryRows {

    public static final List<String> COLUMNS = List.of("機器ID", "所属部署", "機器名称", "一般的名称", "クラス分類", "メーカー", "型式", "製造番号",
            "台数", "設置場所", "OS", "ソフトウェア", "接続先", "IPアドレス", "MACアドレス", "患者影響度", "サポート終了日", "保守業者", "状態", "備考");

    private final List<Device> devices = SampleFacts.load().devices();
    private final Random random = new Random(20260910);
    private int row;

    /** The next row's 20 values; all text, but the number of pieces, which is an Integer. */
    public Object[] next() {
        Device d = devices.get(random.nextInt(devices.size()));
        row++;
        String number = String.format(Locale.ROOT, "%07d", row);
        return new Object[] {"ME-" + number, d.department(), d.name(), d.genericName(), d.deviceClass(), d.maker(), d.model(),
            "SN" + number, 1, d.location(), d.os(), d.software(), d.segment(),
            String.format(Locale.ROOT, "10.%d.%d.%d", row >> 16 & 255, row >> 8 & 255, row & 255),
            String.format(Locale.ROOT, "02:00:%02X:%02X:%02X:%02X", row >> 24 & 255, row >> 16 & 255, row >> 8 & 255, row & 255),
            d.safety(), d.supportEnds(), d.service(), "使用中", d.note()};
    }
}
