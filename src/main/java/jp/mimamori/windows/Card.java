package jp.mimamori.windows;

import java.time.LocalDate;
import java.util.List;
import jp.mimamori.decision.Urgency;
import jp.mimamori.language.Bilingual;
import org.jspecify.annotations.Nullable;

/**
 * What people see of a task: the device, what is done to it, and the findings it settles.
 *
 * @param task        the id in the problem
 * @param device      the device's id in the problem
 * @param deviceKey   the key of the kept device; null where it stands in no inventory
 * @param ward        the device's department; null where its row names none
 * @param urgency     of the most urgent finding
 * @param provisional whether that urgency is, with its range {@code lowest}–{@code highest}
 * @param tentative   仮: the maker's written approval is still to be recorded
 * @param due         the earliest date that binds one of the findings; null where none has a date
 * @param findings    ids of the decided rows
 * @param findingKeys keys of the kept findings
 */
public record Card(String task, String device, @Nullable String deviceKey, @Nullable String name, @Nullable String facility,
        @Nullable String ward, Bilingual action, Urgency urgency, boolean provisional, Urgency lowest, Urgency highest,
        boolean tentative, @Nullable LocalDate due, List<String> findings, List<String> findingKeys, int units, int part, int parts) {

    public Card {
        findings = List.copyOf(findings);
        findingKeys = List.copyOf(findingKeys);
    }
}
