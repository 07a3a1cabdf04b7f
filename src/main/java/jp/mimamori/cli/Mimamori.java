package jp.mimamori.cli;
public final class Mimamori { public static void main(String[] a) { System.out.println("ok"); } }
