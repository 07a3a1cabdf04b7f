package jp.mimamori.planning.posing;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import jp.mimamori.inventory.StaffShift;
import jp.mimamori.language.Bilingual;
import jp.mimamori.language.Language;
import jp.mimamori.settings.Shelf;
import org.jspecify.annotations.Nullable;

/** The kinds of staff a task may need ({@code roles.csv}), and the words people write for them. */
public final class StaffRoles {

    /** Rows of a staff sheet that are a vendor's engineer, not staff. */
    static final String VENDOR = "VENDOR";

    /**
     * @param people   how many are assumed where there is no staff sheet
     * @param byDevice whether somebody whose skills name devices works on these only
     */
    record Role(String code, Bilingual label, List<String> words, int people, boolean byDevice) {
    }

    private final DeviceKinds kinds;
    private final List<Role> roles;

    private StaffRoles(DeviceKinds kinds, List<Role> roles) {
        this.kinds = kinds;
        this.roles = List.copyOf(roles);
    }

    /** The roles as {@code shelf} has them. */
    public static StaffRoles of(Shelf shelf) {
        Assumptions untold = new Assumptions();
        return of(shelf, DeviceKinds.of(shelf, untold), untold);
    }

    static StaffRoles of(Shelf shelf, DeviceKinds kinds, Assumptions assumptions) {
        return new StaffRoles(kinds, EditedTable.read(shelf, "roles.csv", assumptions, row -> new Role(row.text("role"),
                new Bilingual(row.text("label_ja"), row.text("label_en")),
                PlainText.items(row.text("words")).stream().map(PlainText::of).toList(),
                row.number("assumed_people", 0, 1000), row.oneOf("by_device", List.of("yes", "no")).equals("yes"))));
    }

    /**
     * What people call a role, such as 臨床工学技士 for {@code CE} and 診療放射線技師（CT） for {@code RT:ct}; the code itself
     * where the file does not know it.
     */
    public String label(Language language, String code) {
        int colon = code.indexOf(':');
        Role role = role(colon < 0 ? code : code.substring(0, colon));
        if (role == null) {
            return code;
        }
        String label = role.label().in(language);
        String kind = code.substring(colon + 1);
        int number = kind.lastIndexOf('#');
        String device = number < 0 ? kinds.label(kind).in(language)
                : kinds.label(kind.substring(0, number)).in(language) + " " + kind.substring(number);
        return colon < 0 ? label : language == Language.JA ? label + "（" + device + "）" : label + " (" + device + ")";
    }

    /** The same in both languages. */
    Bilingual label(String code) {
        return new Bilingual(label(Language.JA, code), label(Language.EN, code));
    }

    boolean isVendor(StaffShift shift) {
        return of(shift).contains(VENDOR);
    }

    /** Whether a skill that names devices limits somebody of this role to them. */
    boolean isByDevice(String code) {
        Role role = role(code);
        return role != null && role.byDevice();
    }

    /** Whether a skill speaks of a role and not of a device. */
    boolean isRole(String skill) {
        return !mentioned(skill).isEmpty();
    }

    /** Whether a skill is exactly a word for a role. */
    boolean isWord(String skill) {
        String plain = PlainText.of(skill);
        return roles.stream().anyMatch(role -> role.words().contains(plain));
    }

    /** Whether the role column of a row tells a role of ours, so that the person has it whatever else the row says. */
    boolean tells(StaffShift shift) {
        return !mentioned(shift.role()).isEmpty();
    }

    /** People assumed for a role where there is no staff sheet, at least 1. */
    int people(String code) {
        Role role = role(code);
        return role == null ? 1 : Math.max(1, role.people());
    }

    /**
     * The roles a row of a staff sheet speaks of: what its role column says, else what the name says (臨工A), else its
     * skills. Skills that are roles themselves always count, unless the row is a vendor's.
     */
    Set<String> of(StaffShift shift) {
        Set<String> found = mentioned(shift.role());
        if (found.contains(VENDOR)) {
            return Set.of(VENDOR);
        }
        if (found.isEmpty()) {
            found = mentioned(shift.person());
            found.remove(VENDOR);
        }
        Set<String> skills = new LinkedHashSet<>();
        shift.skills().stream().sorted().forEach(skill -> skills.addAll(mentioned(skill)));
        skills.remove(VENDOR);
        if (found.isEmpty()) {
            found = skills;
        } else {
            for (Role role : roles) {
                if (skills.contains(role.code()) && shift.skills().stream().map(PlainText::of).anyMatch(role.words()::contains)) {
                    found.add(role.code());
                }
            }
        }
        return found;
    }

    private Set<String> mentioned(@Nullable String text) {
        String plain = PlainText.of(text);
        Set<String> found = new LinkedHashSet<>();
        for (Role role : roles) {
            if (role.words().stream().anyMatch(word -> PlainText.mentions(plain, word))) {
                found.add(role.code());
            }
        }
        return found;
    }

    private @Nullable Role role(String code) {
        return roles.stream().filter(role -> role.code().equals(code)).findFirst().orElse(null);
    }
}
