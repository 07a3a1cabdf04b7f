package jp.mimamori.report.xlsx;

/** The sheets of the plan workbook in their order, then those of a simulation alone. */
enum Tab {
    SUMMARY,
    DECISIONS,
    CALENDAR,
    TASKS,
    LEDGER,
    ISSUES,
    VERSIONS,
    CHANGES,
    MOVES,
    POLICY
}
