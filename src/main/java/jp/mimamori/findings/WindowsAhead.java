package jp.mimamori.findings;

import java.time.LocalDate;

/** How many patch windows lie ahead; told by whoever keeps the plan. */
public interface WindowsAhead {

    /** Windows of the published plan that begin on {@code from} or later and before {@code until}. */
    int between(LocalDate from, LocalDate until);

    /** The page that shows them. */
    String page();
}
