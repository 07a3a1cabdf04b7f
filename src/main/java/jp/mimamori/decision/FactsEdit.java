package jp.mimamori.decision;

import java.time.LocalDate;
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

/** Facts with some of their values replaced. */
final class FactsEdit {

    private String id;
    private Asset asset;
    private Safety safety;
    private Operation operation;
    private Exposure exposure;
    private Exploitation exploitation;
    private Support support;
    private Leak leak;
    private @Nullable Double score;
    private Automatable automatable;
    private AttackVector attackVector;
    private Patch patch;
    private Cost cost;
    private @Nullable LocalDate discovered;

    FactsEdit(Facts facts) {
        id = facts.id();
        asset = facts.asset();
        safety = facts.safety();
        operation = facts.operation();
        exposure = facts.exposure();
        exploitation = facts.exploitation();
        support = facts.support();
        leak = facts.leak();
        score = facts.cvssScore();
        automatable = facts.automatable();
        attackVector = facts.attackVector();
        patch = facts.patch();
        cost = facts.cost();
        discovered = facts.discovered();
    }

    FactsEdit id(String value) {
        id = value;
        return this;
    }

    FactsEdit asset(Asset value) {
        asset = value;
        return this;
    }

    FactsEdit safety(Safety value) {
        safety = value;
        return this;
    }

    FactsEdit operation(Operation value) {
        operation = value;
        return this;
    }

    FactsEdit exposure(Exposure value) {
        exposure = value;
        return this;
    }

    FactsEdit exploitation(Exploitation value) {
        exploitation = value;
        return this;
    }

    FactsEdit support(Support value) {
        support = value;
        return this;
    }

    FactsEdit leak(Leak value) {
        leak = value;
        return this;
    }

    FactsEdit score(@Nullable Double value) {
        score = value;
        return this;
    }

    FactsEdit automatable(Automatable value) {
        automatable = value;
        return this;
    }

    FactsEdit attackVector(AttackVector value) {
        attackVector = value;
        return this;
    }

    FactsEdit patch(Patch value) {
        patch = value;
        return this;
    }

    FactsEdit cost(Cost value) {
        cost = value;
        return this;
    }

    FactsEdit discovered(@Nullable LocalDate value) {
        discovered = value;
        return this;
    }

    Facts facts() {
        return new Facts(id, asset, safety, operation, exposure, exploitation, support, leak, score, automatable, attackVector,
                patch, cost, discovered);
    }
}
