package jp.mimamori.hospital;

/** The kinds of records that are kept, each with keys of its own. */
public enum Kind { DEVICE, FINDING, CALENDAR, FEED }
