package jp.mimamori.intake.value;

import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.function.Function;
import jp.mimamori.inventory.DeviceStatus;
import jp.mimamori.inventory.Leak;
import jp.mimamori.inventory.Safety;
import jp.mimamori.ledger.AskedUrgency;
import jp.mimamori.ledger.FindingStatus;
import jp.mimamori.ledger.Signatory;
import jp.mimamori.ledger.Treatment;
import jp.mimamori.settings.Shelf;
import jp.mimamori.vulnerability.Cost;
import jp.mimamori.vulnerability.Cvss;
import jp.mimamori.vulnerability.Exploitation;
import jp.mimamori.vulnerability.Patch;
import org.jspecify.annotations.Nullable;

/**
 * Reads single cells. A blank is null (or {@code UNKNOWN} where there is such a value, or an empty list) without a note. A
 * word for "unknown" is the same with an INFO. What is not understood is the same with a WARNING. Safe for use by several
 * threads; texts that repeat are read once.
 */
public final class Values {

    /** The code of the note on a value that a proviso leaves open (有→回収). */
    public static final String DOUBTFUL = "VALUE-007";

    /** No address or date is that long. */
    private static final int LONG = 500;

    private final Words words;
    private final Remainders remainders;
    private final CvssCells cvssCells;
    private final CellTexts texts;
    /** Made once: they are asked for in nearly every cell. */
    private final Function<String, Parsed<String>> readId;
    private final Function<String, Parsed<String>> readName;
    private final Function<String, Parsed<String>> readIp;
    private final Function<String, Parsed<String>> readMac;
    private final Function<String, Parsed<YesNo>> readYesNo;

    private Values(Words words) {
        this.words = words;
        this.remainders = new Remainders(words);
        this.cvssCells = new CvssCells(words);
        this.texts = new CellTexts(words);
        this.readId = text -> Parsed.of(texts.isNothing(text) ? null : Characters.fold(text).replace(" ", ""));
        this.readName = text -> Parsed.of(texts.isNothing(text) ? null : Characters.tidy(text));
        this.readIp = text -> address(text, Addresses::ip);
        this.readMac = text -> address(text, Addresses::mac);
        this.readYesNo = this::yesNo;
    }

    /** A reader with the words of {@code shelf}'s {@code spreadsheets/vocabulary/values.csv}. */
    public static Values from(Shelf shelf) {
        return new Values(Words.from(shelf));
    }

    /** Some words of the list {@code kind} of values.csv, one for each value, joined by ・. */
    public String examples(String kind) {
        return words.examples(kind);
    }

    /** A date. A month or a fiscal year is read as {@code use} needs it, with an INFO. */
    public Parsed<LocalDate> date(CellValue cell, DateUse use) {
        if (cell instanceof CellValue.Number n) {
            return dateOf(n, use);
        }
        return text(cell, "date." + use, null, text -> {
            boolean undecided = !Dates.hasDigits(text) && (texts.isUnknown(text) || "OPEN_ENDED".equals(words.whole("support", text)));
            if (text.length() > LONG) {
                return Parsed.of(null, Remark.DATE_UNREADABLE.on(text));
            }
            return undecided ? Parsed.of(null, Remark.DATE_UNDECIDED.on(text)) : Dates.read(text, use);
        });
    }

    /** End of support, with 終了済 for "over, without a date". */
    public Parsed<SupportEnd> supportEnd(CellValue cell) {
        if (cell instanceof CellValue.Text t && !Dates.hasDigits(t.text()) && !texts.isBlank(t.text())) {
            if ("ENDED".equals(words.meaning("support", t.text()).value())) {
                return Parsed.of(new SupportEnd(null, true), Remark.SUPPORT_ENDED.on(t.text().strip()));
            }
        }
        Parsed<LocalDate> date = date(cell, DateUse.SUPPORT_END);
        return new Parsed<>(date.value() == null ? SupportEnd.UNKNOWN : new SupportEnd(date.value(), false), date.notes());
    }

    /** An answer to a yes-or-no column; marks that settle nothing (△, －, 不明) are {@code UNKNOWN}. */
    public Parsed<YesNo> yesNo(CellValue cell) {
        if (cell.isBlank()) {
            return Parsed.of(YesNo.BLANK);
        }
        if (cell instanceof CellValue.Bool b) {
            return Parsed.of(b.value() ? YesNo.YES : YesNo.NO);
        }
        return text(cell, "yesno", YesNo.UNKNOWN, readYesNo);
    }

    private Parsed<YesNo> yesNo(String text) {
        Words.Meaning meaning = words.meaning("yesno", text);
        if ("ON_DEMAND".equals(meaning.value()) && "YES".equals(words.headValue("yesno", text))) {
            return Parsed.of(YesNo.YES);
        }
        if ("PARTLY".equals(meaning.value()) || "ON_DEMAND".equals(meaning.value())) {
            return Parsed.of(YesNo.UNKNOWN, Remark.PARTLY.on(text));
        }
        return choice("yesno", text, meaning, YesNo.class, YesNo.UNKNOWN);
    }

    /** Every CVSS score of the cell, the one that counts first; empty where there is none. */
    public Parsed<List<Cvss>> cvss(CellValue cell) {
        if (cell instanceof CellValue.Number n) {
            return n.date() ? Parsed.of(List.of(), Remark.CVSS_UNREADABLE.on(shownDate(n))) : cvssCells.number(n.value());
        }
        return text(cell, "cvss", List.of(), text -> texts.isUnknown(text)
                ? Parsed.of(List.of(), Remark.SETTLES_NOTHING.on(text)) : cvssCells.text(text));
    }

    /** Ids of vulnerabilities and advisories, canonical ({@code CVE-2025-12345}); placeholders are left out with a note. */
    public Parsed<List<String>> vulnerabilityIds(CellValue cell) {
        return text(cell, "ids", List.of(), text -> texts.isUnknown(text)
                ? Parsed.of(List.of(), Remark.SETTLES_NOTHING.on(text)) : VulnerabilityIds.read(text));
    }

    /** 対応方針; null where the cell is blank. */
    public Parsed<TreatmentText> treatment(CellValue cell) {
        return text(cell, "treatment", null, text -> {
            String shown = Characters.tidy(text);
            Words.Meaning meaning = words.meaning("treatment", text);
            if ("FIX".equals(meaning.value()) && remainders.deniesFix(text)) {
                return Parsed.of(new TreatmentText(null, shown), Remark.NOT_UNDERSTOOD.on(text, words.examples("treatment")));
            }
            if (meaning.value() != null) {
                Treatment treatment = Treatment.valueOf(meaning.value());
                TreatmentText read = new TreatmentText(treatment, shown);
                return treatment == Treatment.ACCEPT ? Parsed.of(read, Remark.ACCEPTED_WITHOUT_RECORD.on(shown)) : Parsed.of(read);
            }
            return Parsed.of(new TreatmentText(null, shown), unsettled("treatment", text, meaning));
        });
    }

    /** 対応状況. */
    public Parsed<FindingStatus> findingStatus(CellValue cell) {
        return word(cell, "status", FindingStatus.class, FindingStatus.UNKNOWN);
    }

    /** 状態 of a device. */
    public Parsed<DeviceStatus> deviceStatus(CellValue cell) {
        return word(cell, "device_status", DeviceStatus.class, DeviceStatus.UNKNOWN);
    }

    /** Patient impact, from a device's own column or a ledger's リスク評価. */
    public Parsed<Safety> safety(CellValue cell) {
        return word(cell, "safety", Safety.class, Safety.UNKNOWN);
    }

    /** パッチ有無 or メーカー回答. */
    public Parsed<Patch> patch(CellValue cell) {
        return word(cell, "patch", Patch.class, Patch.UNKNOWN);
    }

    /** 悪用状況. */
    public Parsed<Exploitation> exploitation(CellValue cell) {
        return word(cell, "exploitation", Exploitation.class, Exploitation.UNKNOWN);
    }

    /** A KEV column: yes is {@code ACTIVE}; no is {@code UNKNOWN}, for KEV is only one half of the dated search. */
    public Parsed<Exploitation> kev(CellValue cell) {
        return cell instanceof CellValue.Bool b ? bool(b, Exploitation.ACTIVE) : word(cell, "kev", Exploitation.class, Exploitation.UNKNOWN);
    }

    /** A column about a public proof of concept: yes is {@code POC}; no is {@code UNKNOWN}. */
    public Parsed<Exploitation> poc(CellValue cell) {
        return cell instanceof CellValue.Bool b ? bool(b, Exploitation.POC) : word(cell, "poc", Exploitation.class, Exploitation.UNKNOWN);
    }

    /**
     * EPSS as a probability (0.12) or a percentage (12%): {@code EPSS_ELEVATED} from 0.10 on. A lower one alone does not
     * prove that nothing is exploited, and is {@code UNKNOWN}.
     */
    public Parsed<Exploitation> epss(CellValue cell) {
        if (cell instanceof CellValue.Number n) {
            return epss(n.value(), false);
        }
        return text(cell, "epss", Exploitation.UNKNOWN, text -> {
            String folded = Characters.fold(text);
            boolean percent = folded.endsWith("%");
            try {
                return epss(Double.parseDouble(percent ? folded.substring(0, folded.length() - 1).strip() : folded), percent);
            } catch (NumberFormatException e) {
                return Parsed.of(Exploitation.UNKNOWN, (texts.isUnknown(text) ? Remark.SETTLES_NOTHING : Remark.PERCENT_OUT_OF_RANGE).on(text));
            }
        });
    }

    /** Cost or difficulty of fixing. */
    public Parsed<Cost> cost(CellValue cell) {
        return word(cell, "cost", Cost.class, Cost.UNKNOWN);
    }

    /** 緊急度の変更: the urgency an approver asks for. */
    public Parsed<AskedUrgency> urgency(CellValue cell) {
        return word(cell, "urgency", AskedUrgency.class, AskedUrgency.UNKNOWN);
    }

    /** Who approved of a change of urgency: a signature is the whole cell, for 委員会（承認予定） is none. */
    public Parsed<Signatory> signatory(CellValue cell) {
        return text(cell, "signatory", Signatory.UNKNOWN, text -> {
            String meant = words.whole("signatory", text);
            return meant != null ? Parsed.of(Signatory.valueOf(meant)) : Parsed.of(Signatory.UNKNOWN,
                    texts.isUnknown(text) ? Remark.SETTLES_NOTHING.on(text) : Remark.NOT_UNDERSTOOD.on(text, words.examples("signatory")));
        });
    }

    /** How much patient information the device holds. */
    public Parsed<Leak> leak(CellValue cell) {
        return word(cell, "leak", Leak.class, Leak.UNKNOWN);
    }

    /** How many devices; 1 for a blank, null where it is not understood. */
    public Parsed<Integer> quantity(CellValue cell) {
        if (cell instanceof CellValue.Number n) {
            return n.date() ? Parsed.of(null, Remark.NUMBER_UNREADABLE.on(shownDate(n))) : Numbers.quantity(n.value());
        }
        if (cell.isBlank() || cell instanceof CellValue.Text t && texts.isBlank(t.text())) {
            return Parsed.of(1);
        }
        return text(cell, "quantity", null, Numbers::quantity);
    }

    /** A number of a device or a finding: widths and hyphens unified, white space gone, leading zeros kept. */
    public Parsed<String> id(CellValue cell) {
        if (cell instanceof CellValue.Number n && Math.abs(n.value()) >= 1e15) {
            return Parsed.of(n.text(), Remark.ID_DIGITS_LOST.on(n.text()));
        }
        return written(cell, readId);
    }

    /** IP addresses; {@code DHCP} where the cell says so; null for a word for "none". */
    public Parsed<String> ip(CellValue cell) {
        return written(cell, readIp);
    }

    /** MAC addresses as {@code 00:1B:44:11:3A:B7}; null for a word for "none". */
    public Parsed<String> mac(CellValue cell) {
        return written(cell, readMac);
    }

    /** A text to keep: trimmed, white space collapsed, half-width kana made full; null for a blank or a dash. */
    public Parsed<String> text(CellValue cell) {
        return text(cell, "text", null, text -> Parsed.of(Characters.tidy(text)));
    }

    /** {@link #text} of what bears a name, such as a maker or an operating system; null for 不明, なし and the like as well. */
    public Parsed<String> named(CellValue cell) {
        return text(cell, "named", null, readName);
    }

    /** A time of day; 24:00 and later, and 翌, are times of the next day, with an INFO. */
    public Parsed<LocalTime> time(CellValue cell) {
        if (cell instanceof CellValue.Number n) {
            return Numbers.time(n.value(), n.date());
        }
        return text(cell, "time", null, Numbers::time);
    }

    /**
     * A percentage of 0–100.
     *
     * @param fractions whether the table's plain numbers are fractions of one (0.85)
     */
    public Parsed<Integer> percent(CellValue cell, boolean fractions) {
        if (cell instanceof CellValue.Number n) {
            return Numbers.percent(n.value(), n.percent() || fractions);
        }
        return text(cell, "percent." + fractions, null, text -> Numbers.percent(text, fractions));
    }

    private static Parsed<Exploitation> bool(CellValue.Bool cell, Exploitation yes) {
        return cell.value() ? Parsed.of(yes) : Parsed.of(Exploitation.UNKNOWN, Remark.SETTLES_NOTHING.on(cell.text()));
    }

    private Parsed<LocalDate> dateOf(CellValue.Number n, DateUse use) {
        boolean serial = n.date() || n.value() >= 18_264 && n.value() < 100_000; // 18264 is 1950-01-01
        if (!serial) {
            return Dates.read(Numbers.shown(n.value()), use);
        }
        return Dates.serial(n.value(), n.epoch1904()).map(date -> Parsed.of(date))
                .orElseGet(() -> Parsed.of(null, Remark.DATE_UNREADABLE.on(Numbers.shown(n.value()))));
    }

    private Parsed<Exploitation> epss(double value, boolean percent) {
        boolean above = !percent && value > 1;
        double probability = percent || above ? value / 100 : value;
        if (probability < 0 || probability > 1) {
            return Parsed.of(Exploitation.UNKNOWN, Remark.PERCENT_OUT_OF_RANGE.on(Numbers.shown(value)));
        }
        Exploitation level = probability >= 0.10 ? Exploitation.EPSS_ELEVATED : Exploitation.UNKNOWN;
        return above ? Parsed.of(level, Remark.EPSS_READ_AS_PERCENT.on(Numbers.shown(value))) : Parsed.of(level);
    }

    private <E extends Enum<E>> Parsed<E> word(CellValue cell, String kind, Class<E> type, E unknown) {
        return text(cell, kind, unknown, text -> choice(kind, text, words.meaning(kind, text), type, unknown));
    }

    private <E extends Enum<E>> Parsed<E> choice(String kind, String text, Words.Meaning meaning, Class<E> type, E unknown) {
        if (meaning.value() == null) {
            return Parsed.of(unknown, unsettled(kind, text, meaning));
        }
        E value = Enum.valueOf(type, meaning.value());
        if (value == unknown) {
            return Parsed.of(value, Remark.SETTLES_NOTHING.on(text));
        }
        Remainders.Verdict<E> verdict = remainders.judge(kind, text, meaning, value, type);
        E judged = verdict.value() == null ? unknown : verdict.value();
        return verdict.note() == null ? Parsed.of(judged) : Parsed.of(judged, verdict.note());
    }

    private Note unsettled(String kind, String text, Words.Meaning meaning) {
        if (!meaning.disputed().isEmpty()) {
            return Remark.AMBIGUOUS_WORDS.on(text, String.join("・", meaning.disputed()));
        }
        return texts.isUnknown(text) ? Remark.SETTLES_NOTHING.on(text) : Remark.NOT_UNDERSTOOD.on(text, words.examples(kind));
    }

    private Parsed<String> written(CellValue cell, Function<String, Parsed<String>> read) {
        return texts.read(cell, null, null, read);
    }

    private <T> Parsed<T> text(CellValue cell, String kind, @Nullable T blank, Function<String, Parsed<T>> read) {
        return texts.read(cell, kind, blank, read);
    }

    private Parsed<String> address(String text, Function<String, Parsed<String>> read) {
        return !Addresses.isPlain(text) && isNone(text) ? Parsed.of(null)
                : text.length() > LONG ? Parsed.of(null, Remark.ADDRESS_UNREADABLE.on(text)) : read.apply(text);
    }

    private boolean isNone(String text) {
        return texts.isUnknown(text) || "NO".equals(words.whole("yesno", text));
    }

    private static String shownDate(CellValue.Number n) {
        return Dates.serial(n.value(), n.epoch1904()).map(LocalDate::toString).orElse(Numbers.shown(n.value()));
    }
}
