package jp.mimamori.report.xlsx;

/** The sheets of the plan workbook, in their order. */
enum Tab {
    SUMMARY,
    DECISIONS,
    CALENDAR,
    TASKS,
    LEDGER,
    ISSUES,
    VERSIONS
}
