package jp.mimamori.findings;

/** What can be changed in many findings at once. */
public enum BulkField { STATUS, OWNER, PLANNED, ACTION, NOTE }
