package jp.mimamori.report.xlsx;

/** The sheets of the plan workbook in their order (REPLAN only against a published plan), then those of a simulation alone. */
enum Tab {
    SUMMARY,
    DECISIONS,
    CALENDAR,
    TASKS,
    REPLAN,
    LEDGER,
    ISSUES,
    VERSIONS,
    CHANGES,
    MOVES,
    POLICY
}
