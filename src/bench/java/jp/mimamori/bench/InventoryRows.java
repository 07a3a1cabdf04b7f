package jp.mimamori.bench;

import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import jp.mimamori.example.SampleFacts;
import jp.mimamori.example.SampleFacts.Device;

/**
 * An inventory of any length in 20 columns, always the same: devices of the sample hospital in a seeded order, whose departments, models,
 * systems and notes repeat, each with a number, serial number and addresses of its own, and a date of purchase of some 5,000.
 */
public final class InventoryRows {

    public static final List<String> COLUMNS = List.of("機器ID", "所属部署", "機器名称", "購入日", "クラス分類", "メーカー", "型式", "製造番号",
            "台数", "設置場所", "OS", "ネットワーク接続", "接続先", "IPアドレス", "MACアドレス", "リモート保守", "サポート終了日", "保守業者", "状態", "備考");

    private final List<Device> devices = SampleFacts.load().devices();
    private final Random random = new Random(20260910);
    private int row;

    /** The next row's 20 values: texts, the number of pieces as an Integer, the day of purchase as a LocalDate. */
    public Object[] next() {
        Device d = devices.get(random.nextInt(devices.size()));
        row++;
        LocalDate bought = LocalDate.of(2012, 4, 1).plusDays(random.nextInt(5_000));
        String number = String.format(Locale.ROOT, "%07d", row);
        return new Object[] {"ME-" + number, d.department(), d.name(), bought, d.deviceClass(), d.maker(), d.model(),
            "SN" + number, 1, d.location(), d.os(), d.connected(), d.segment(),
            String.format(Locale.ROOT, "10.%d.%d.%d", row >> 16 & 255, row >> 8 & 255, row & 255),
            String.format(Locale.ROOT, "02:00:%02X:%02X:%02X:%02X", row >> 24 & 255, row >> 16 & 255, row >> 8 & 255, row & 255),
            d.remote(), d.supportEnds(), d.service(), "使用中", d.note()};
    }
}
