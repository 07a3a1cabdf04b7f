package jp.mimamori.findings;

/** Whether there is something to do about a finding. */
public enum Progress { OPEN, SETTLED }
