package jp.mimamori.policy.proof;

import jp.mimamori.decision.Urgency;

/**
 * SSVC's own tables, written down once more: the urgency no policy may fall below. Source: CERT/CC, SSVC, "Deployer Patch
 * Application Priority" 1.0.0 and "Human Impact" 1.0.0 (github.com/CERTCC/SSVC, data/csv/ssvc).
 */
final class Deployer {

    /** Exploitation; small/no, small/yes, controlled/no, controlled/yes, open/no, open/yes; human impact from low to very high. */
    private static final String[][] URGENCY = {
        {"DDSS", "DSSS", "DSSS", "SSSS", "DSSS", "SSSO"},
        {"DSSS", "SSSS", "DSSS", "SSSO", "SSSO", "SSOO"},
        {"SSOO", "SOOO", "SSOO", "OOOO", "SOOI", "OOII"}};
    /** Safety impact; mission impact: degraded, support crippled, one essential function fails, mission fails. */
    private static final String[] HUMAN = {"LLMV", "LLMV", "MHHV", "VVVV"};

    private Deployer() {
    }

    /** Low, medium, high, very high. */
    static int humanImpact(int safety, int operation) {
        // NEGLIGIBLE and MINOR count as negligible, SERIOUS as marginal, CRITICAL as critical, CATASTROPHIC as catastrophic
        return "LMHV".indexOf(HUMAN[Math.max(0, safety - 1)].charAt(operation));
    }

    /**
     * The cell.
     *
     * @param exploitation NONE, EPSS_ELEVATED, POC, ACTIVE: a high EPSS counts as a public proof of concept
     * @param reach        ISOLATED, SEGMENTED, INTERNAL_FLAT, REMOTE_MAINTENANCE, INTERNET
     */
    static Urgency urgency(int exploitation, int reach, boolean automatable, int humanImpact) {
        int row = exploitation == 0 ? 0 : exploitation == 3 ? 2 : 1;
        int system = reach == 0 ? 0 : reach <= 2 ? 1 : 2;
        char cell = URGENCY[row][system * 2 + (automatable ? 1 : 0)].charAt(humanImpact);
        return Urgency.values()["DSOI".indexOf(cell)];
    }
}
