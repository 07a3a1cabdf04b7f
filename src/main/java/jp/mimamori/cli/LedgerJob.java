package jp.mimamori.cli;

import java.util.concurrent.Callable;
import picocli.CommandLine.Mixin;

/** A command that reads a hospital's files: what every such command is given. */
abstract class LedgerJob implements Callable<Integer> {

    @Mixin
    final Inputs inputs = new Inputs();
    @Mixin
    final Reporting reporting = new Reporting();
    @Mixin
    final House house = new House();
    final Workshop workshop;
    final Terminal terminal;

    LedgerJob(Workshop workshop) {
        this.workshop = workshop;
        this.terminal = workshop.terminal();
    }
}
