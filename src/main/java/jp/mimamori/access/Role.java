package jp.mimamori.access;

import static jp.mimamori.access.Right.ADMINISTER;
import static jp.mimamori.access.Right.IMPORT;
import static jp.mimamori.access.Right.PLAN;
import static jp.mimamori.access.Right.SEE;
import static jp.mimamori.access.Right.SIGN;
import static jp.mimamori.access.Right.WORK;

import java.util.Collections;
import java.util.EnumSet;
import java.util.Set;

/** What somebody is in the hospital. A person may be several things; none is more than what it names. */
public enum Role {
    VIEWER(SEE),
    CLINICAL_ENGINEER(SEE, IMPORT, WORK, PLAN),
    IT_SECURITY(SEE, IMPORT, WORK, PLAN),
    /** 医療機器安全管理責任者. */
    SAFETY_MANAGER(SEE, IMPORT, WORK, PLAN, SIGN),
    COMMITTEE(SEE, SIGN),
    DIRECTOR(SEE, SIGN),
    /** Keeps the program running; what is decided about patients' devices is not theirs. */
    ADMINISTRATOR(SEE, IMPORT, ADMINISTER);

    private final Set<Right> rights;

    Role(Right first, Right... more) {
        this.rights = Collections.unmodifiableSet(EnumSet.of(first, more));
    }

    public Set<Right> rights() {
        return rights;
    }
}
