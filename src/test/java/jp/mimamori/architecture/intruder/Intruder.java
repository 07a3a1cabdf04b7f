package jp.mimamori.architecture.intruder;

import java.time.LocalDate;

/** Breaks every wall at once, so that the test of the walls can be seen to fail. */
@Deprecated
public final class Intruder {

    private org.kie.api.KieServices rules;
    private org.optaplanner.core.api.solver.Solver<?> solver;
    private org.apache.poi.ss.usermodel.Workbook workbook;
    private tools.jackson.core.JsonGenerator json;
    private biweekly.ICalendar calendar;
    private picocli.CommandLine line;
    private org.springframework.web.servlet.ModelAndView page;
    private org.springframework.jdbc.core.simple.JdbcClient database;
    private org.flywaydb.core.Flyway migrations;

    LocalDate speaksOutOfTurn() {
        System.out.println(rules + "" + solver + workbook + json + calendar + line + page + database + migrations);
        System.err.println();
        java.time.LocalDateTime.now();
        return LocalDate.now();
    }
}
