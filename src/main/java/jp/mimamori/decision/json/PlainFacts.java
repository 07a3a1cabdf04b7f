package jp.mimamori.decision.json;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.YearMonth;
import jp.mimamori.decision.Facts;
import jp.mimamori.inventory.Asset;
import jp.mimamori.inventory.Exposure;
import jp.mimamori.inventory.Leak;
import jp.mimamori.inventory.Operation;
import jp.mimamori.inventory.Safety;
import jp.mimamori.inventory.Support;
import jp.mimamori.vulnerability.AttackVector;
import jp.mimamori.vulnerability.Automatable;
import jp.mimamori.vulnerability.Cost;
import jp.mimamori.vulnerability.Exploitation;
import jp.mimamori.vulnerability.Patch;
import org.jspecify.annotations.Nullable;

/**
 * Reads a line that is written as programs write it: one object of known names, plain words and plain numbers, nothing escaped.
 * Whatever is otherwise, or wrong, is left to {@link FactsReader}, which says the same of every line that is read here, only more
 * slowly; so nothing is ever refused here. For one thread.
 */
final class PlainFacts {

    private static final byte[][] NAMES = bytes("id", "asset", "safety", "operation", "exposure", "exploitation", "support", "leak",
            "cvssScore", "automatable", "attackVector", "patch", "cost", "discovered");
    private static final int ID = 0;
    private static final int SCORE = 8;
    private static final int DISCOVERED = 13;
    private static final Enum<?>[][] VALUES = {{}, Asset.values(), Safety.values(), Operation.values(), Exposure.values(),
        Exploitation.values(), Support.values(), Leak.values(), {}, Automatable.values(), AttackVector.values(), Patch.values(), Cost.values(), {}};
    private static final byte[][][] WORDS = new byte[VALUES.length][][];
    private static final byte[] NULL = "null".getBytes(StandardCharsets.US_ASCII);
    private static final byte[] UNKNOWN = "UNKNOWN".getBytes(StandardCharsets.US_ASCII);
    /** Every score with two digits behind the point, so that none is made twice. */
    private static final Double[] SCORES = new Double[1001];

    static {
        for (int field = 0; field < VALUES.length; field++) {
            String[] names = new String[VALUES[field].length];
            for (int i = 0; i < names.length; i++) {
                names[i] = VALUES[field][i].name();
            }
            WORDS[field] = bytes(names);
        }
        for (int i = 0; i < SCORES.length; i++) {
            SCORES[i] = i / 100.0;
        }
    }

    private byte[] line = {};
    private int at;
    private int end;
    private int from;
    private int to;
    private final int[] read = new int[NAMES.length];
    private String id = "";
    private @Nullable Double score;
    private @Nullable LocalDate discovered;

    private static byte[][] bytes(String... texts) {
        byte[][] bytes = new byte[texts.length][];
        for (int i = 0; i < texts.length; i++) {
            bytes[i] = texts[i].getBytes(StandardCharsets.US_ASCII);
        }
        return bytes;
    }

    /** The facts of a line; null where it is not plain. */
    @Nullable Facts read(byte[] bytes, int start, int length) {
        line = bytes;
        at = start;
        end = start + length;
        id = "";
        score = null;
        discovered = null;
        for (int field = 1; field < read.length; field++) {
            read[field] = VALUES[field].length - 1; // UNKNOWN stands last
        }
        read[1] = Asset.MEDICAL.ordinal(); // what nobody calls plain IT counts as a medical device
        return object() ? facts() : null;
    }

    private Facts facts() {
        return new Facts(id, (Asset) VALUES[1][read[1]], (Safety) VALUES[2][read[2]], (Operation) VALUES[3][read[3]],
                (Exposure) VALUES[4][read[4]], (Exploitation) VALUES[5][read[5]], (Support) VALUES[6][read[6]], (Leak) VALUES[7][read[7]],
                score, (Automatable) VALUES[9][read[9]], (AttackVector) VALUES[10][read[10]], (Patch) VALUES[11][read[11]],
                (Cost) VALUES[12][read[12]], discovered);
    }

    private boolean object() {
        if (!is('{')) {
            return false;
        }
        int seen = 0;
        int next = 0;
        while (true) {
            int field = text() ? field(next) : -1;
            if (field < 0 || (seen >> field & 1) != 0 || !is(':') || !value(field)) {
                return false;
            }
            seen |= 1 << field;
            next = field + 1;
            if (is('}')) {
                space();
                return at == end;
            }
            if (!is(',')) {
                return false;
            }
        }
    }

    private boolean value(int field) {
        space();
        if (at < end && line[at] == 'n') {
            boolean none = at + 4 <= end && same(NULL, at, at + 4);
            at += 4;
            return none;
        }
        if (field == SCORE) {
            return score();
        }
        if (!text()) {
            return false;
        }
        if (field == ID) {
            id = new String(line, from, to - from, StandardCharsets.US_ASCII);
            return true;
        }
        return field == DISCOVERED ? date() : word(field);
    }

    private boolean word(int field) {
        byte[][] words = WORDS[field];
        for (int i = 0; i < words.length; i++) {
            if (same(words[i], from, to)) {
                read[field] = i;
                return true;
            }
        }
        return field == 1 && same(UNKNOWN, from, to);
    }

    /** One or two digits, and one or two behind the point, as JSON writes them. */
    private boolean score() {
        int start = at;
        int number = digits();
        int whole = at - start;
        if (whole < 1 || whole > 2 || whole == 2 && line[start] == '0') {
            return false;
        }
        int hundredths = number * 100;
        if (at < end && line[at] == '.') {
            at++;
            int behind = at;
            int part = digits();
            if (at - behind < 1 || at - behind > 2) {
                return false;
            }
            hundredths += at - behind == 1 ? part * 10 : part;
        }
        if (hundredths >= SCORES.length || at < end && line[at] != ',' && line[at] != '}' && line[at] != ' ') {
            return false;
        }
        score = SCORES[hundredths];
        return true;
    }

    private int digits() {
        int number = 0;
        for (int count = 0; count < 3 && at < end && line[at] >= '0' && line[at] <= '9'; count++) {
            number = number * 10 + line[at++] - '0';
        }
        return number;
    }

    /** 2026-09-10. */
    private boolean date() {
        if (to - from != 10 || line[from + 4] != '-' || line[from + 7] != '-') {
            return false;
        }
        int year = number(from, 4);
        int month = number(from + 5, 2);
        int day = number(from + 8, 2);
        if (year < 1900 || month < 1 || month > 12 || day < 1 || day > 28 && day > YearMonth.of(year, month).lengthOfMonth()) {
            return false;
        }
        discovered = LocalDate.of(year, month, day);
        return true;
    }

    private int number(int first, int digits) {
        int number = 0;
        for (int i = first; i < first + digits; i++) {
            if (line[i] < '0' || line[i] > '9') {
                return -1;
            }
            number = number * 10 + line[i] - '0';
        }
        return number;
    }

    /** A text without anything escaped, in ASCII. */
    private boolean text() {
        if (!is('"')) {
            return false;
        }
        byte[] bytes = line; // at hand: this loop sees most bytes
        int last = end;
        int now = at;
        from = now;
        while (now < last) {
            byte c = bytes[now++];
            if (c == '"') {
                to = now - 1;
                at = now;
                return true;
            }
            if (c < ' ' || c == '\\' || c == 0x7F) { // beyond ASCII a byte is below 0
                return false;
            }
        }
        return false;
    }

    /** The field of the name that was just read; most lines keep an order, so the one that comes next is tried first. */
    private int field(int next) {
        if (next < NAMES.length && same(NAMES[next], from, to)) {
            return next;
        }
        for (int i = 0; i < NAMES.length; i++) {
            if (same(NAMES[i], from, to)) {
                return i;
            }
        }
        return -1;
    }

    private boolean same(byte[] word, int first, int last) {
        if (word.length != last - first) {
            return false;
        }
        byte[] bytes = line;
        for (int i = word.length - 1; i >= 0; i--) { // the ends differ sooner than the beginnings
            if (word[i] != bytes[first + i]) {
                return false;
            }
        }
        return true;
    }

    private boolean is(char c) {
        int now = at;
        if (now < end && line[now] == c) {
            at = now + 1;
            return true;
        }
        space();
        if (at < end && line[at] == c) {
            at++;
            return true;
        }
        return false;
    }

    private void space() {
        while (at < end && line[at] == ' ') {
            at++;
        }
    }
}
