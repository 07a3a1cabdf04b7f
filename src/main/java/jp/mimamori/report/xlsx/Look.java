package jp.mimamori.report.xlsx;

/** The few looks a cell may have. */
enum Look {
    TITLE,
    /** Small grey text that explains. */
    NOTE,
    /** The same, on one line that runs over the cells beside it. */
    NOTE_LINE,
    /** The one sentence to read first. */
    HEADLINE,
    /** Something that must not be overlooked. */
    ALERT,
    /** A heading above a group of columns or lines. */
    BAND,
    HEAD,
    HEAD_RIGHT,
    /** A cell of a table: wrapped text. */
    TEXT,
    STRONG,
    /** A long text beside the table: it does not make its row higher; opening the cell shows all of it. */
    ASIDE,
    NUMBER,
    SCORE,
    PERCENT,
    DATE,
    /** A date without its weekday, where there is little room. */
    DAY,
    /** The same in the middle of its cell, where there is hardly any room. */
    DUE,
    /** A day's date as the head of a calendar column. */
    DAY_HEAD,
    MOMENT,
    /** A date and time of this year, where there is little room. */
    TIME,
    /** Days left; negative days are told as overdue. */
    DAYS,
    /** A number that leads to the list it counts. */
    COUNT,
    LINK,
    /** A figure in large type. */
    FIGURE,
    /** A calendar entry. */
    ENTRY,
    /** A calendar entry that is not yet certain. */
    ENTRY_TENTATIVE,
    REST_DAY
}
