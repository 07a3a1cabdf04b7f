package jp.mimamori.intake.estimate;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import jp.mimamori.intake.value.YesNo;
import jp.mimamori.inventory.DeviceStatus;
import jp.mimamori.inventory.Safety;
import jp.mimamori.trace.Source;
import org.jspecify.annotations.Nullable;

/** An inventory row in a test, with only what the test is about. */
final class Row {

    private @Nullable String name;
    private @Nullable String deviceClass;
    private @Nullable String department;
    private @Nullable String os;
    private final List<String> software = new ArrayList<>();
    private @Nullable String ip;
    private @Nullable String segment;
    private YesNo connected = YesNo.BLANK;
    private YesNo remote = YesNo.BLANK;
    private @Nullable String remoteText;
    private @Nullable LocalDate supportEnds;
    private boolean supportEnded;
    private @Nullable LocalDate endOfLife;
    private @Nullable Safety safety;
    private @Nullable String group;
    private int quantity = 1;
    private DeviceStatus status = DeviceStatus.IN_USE;

    Row name(String value) {
        name = value;
        return this;
    }

    Row deviceClass(String value) {
        deviceClass = value;
        return this;
    }

    Row department(String value) {
        department = value;
        return this;
    }

    Row os(@Nullable String value) {
        os = value;
        return this;
    }

    Row software(String value) {
        software.add(value);
        return this;
    }

    Row ip(@Nullable String value) {
        ip = value;
        return this;
    }

    Row segment(@Nullable String value) {
        segment = value;
        return this;
    }

    Row connected(YesNo value) {
        connected = value;
        return this;
    }

    Row remote(YesNo value) {
        remote = value;
        return this;
    }

    Row remoteText(String value) {
        remoteText = value;
        return this;
    }

    Row supportEnds(@Nullable LocalDate value) {
        supportEnds = value;
        return this;
    }

    Row supportEnded() {
        supportEnded = true;
        return this;
    }

    Row endOfLife(LocalDate value) {
        endOfLife = value;
        return this;
    }

    Row safety(Safety value) {
        safety = value;
        return this;
    }

    Row group(String value) {
        group = value;
        return this;
    }

    Row quantity(int value) {
        quantity = value;
        return this;
    }

    Row status(DeviceStatus value) {
        status = value;
        return this;
    }

    DeviceDraft draft() {
        return new DeviceDraft("ME-1", null, name, null, null, null, null, deviceClass, null, department, null, os, software, ip, null, null,
                connected, remote, segment, supportEnds, supportEnded, endOfLife, null, safety, null, null, null, group, quantity,
                status, null, null, new Source("台帳.xlsx", "機器", 5), remoteText);
    }
}
