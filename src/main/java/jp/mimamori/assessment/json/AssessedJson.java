package jp.mimamori.assessment.json;

import jp.mimamori.assessment.Assessed;
import jp.mimamori.decision.Decision;
import jp.mimamori.decision.Overridden;
import jp.mimamori.decision.FindingDecision;
import jp.mimamori.language.Language;
import jp.mimamori.ledger.Tracked;
import jp.mimamori.trace.Sourced;

/** The keys {@code decisions} and {@code notDecided} of {@code assess}. */
final class AssessedJson {

    private final Json json;
    private final ReadingJson reading;
    private final Language language;

    AssessedJson(Json json, ReadingJson reading, Language language) {
        this.json = json;
        this.reading = reading;
        this.language = language;
    }

    void write(Assessed assessed) {
        json.text("policy", assessed.policy()).date("imported", assessed.imported());
        json.objects("decisions", assessed.decisions(), this::decision);
        json.objects("notDecided", assessed.notDecided(), skipped -> {
            subject(skipped.tracked());
            json.texts("vulnerabilities", skipped.tracked().finding().vulnerabilities()).text("reason", skipped.why().name());
            reading.source(skipped.tracked().finding().source());
        });
    }

    private void subject(Tracked tracked) {
        json.text("findingId", tracked.finding().id()).text("deviceId", tracked.device().id());
    }

    void decision(FindingDecision found) {
        Decision decision = found.decision();
        json.text("id", decision.id());
        subject(found.tracked());
        json.text("vulnerability", found.vulnerability());
        json.word("treatment", decision.treatment()).word("urgency", decision.urgency())
                .flag("provisional", decision.provisional());
        json.texts("range", java.util.List.of(decision.lowest().name(), decision.highest().name()));
        json.texts("missing", decision.missing()).number("dueDays", decision.dueDays())
                .number("interimDueDays", decision.interimDueDays()).date("dueDate", decision.dueDate())
                .date("interimDueDate", decision.interimDueDate()).flag("overdueAtImport", found.overdue())
                .date("catchUpDate", found.catchUpDate()).texts("controls", decision.controls()).texts("actions", decision.actions())
                .word("approver", decision.approver()).number("acceptanceDays", decision.acceptanceDays());
        json.objects("claims", decision.claims(), claim -> json.text("rule", claim.rule()).word("urgency", claim.urgency()));
        json.objects("reasons", decision.reasons(), reason -> json.text("rule", reason.rule())
                .text("text", reason.text().in(language)).text("ja", reason.text().ja()).text("en", reason.text().en()));
        json.text("policy", decision.policy());
        Overridden override = decision.override();
        if (override != null) {
            json.object("override", () -> json.word("asked", override.asked().urgency()).word("byRules", override.byRules())
                    .flag("holds", override.holds()).texts("why", override.why().stream().map(why -> why.in(language)).toList()));
        }
        json.object("cvss", () -> reading.cvss(found.cvss()));
        json.object("inputs", () -> found.inputs().forEach((name, input) -> json.object(name, () -> input(input))));
        json.objects("changes", found.changes(), change -> json.text("input", change.input()).text("from", change.from())
                .text("to", change.to()).word("direction", change.direction()).word("treatment", change.treatment())
                .word("urgency", change.urgency()));
        reading.source(found.tracked().finding().source());
    }

    private void input(Sourced<?> input) {
        Object value = input.value();
        if (value instanceof Enum<?> word) {
            json.text("value", word.name());
        } else if (value instanceof Number number) {
            json.number("value", number);
        } else {
            json.text("value", value == null ? null : value.toString());
        }
        json.text("origin", input.origin().name()).text("how", input.how() == null ? null : input.how().in(language));
    }
}
