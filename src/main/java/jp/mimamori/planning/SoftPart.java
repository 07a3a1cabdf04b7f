package jp.mimamori.planning;

import java.util.function.ToLongFunction;

/** A part of the soft score. */
public enum SoftPart {
    EXPOSURE(Schedule.Parts::exposure),
    LATE(Schedule.Parts::late),
    DISPLACED(Schedule.Parts::displaced),
    PREMIUM(Schedule.Parts::premium),
    VISIT(Schedule.Parts::visit),
    STABILITY(Schedule.Parts::stability),
    INSPECTION(Schedule.Parts::inspection),
    AVOID(Schedule.Parts::avoid),
    SPREAD(Schedule.Parts::spread);

    private final ToLongFunction<Schedule.Parts> amount;

    SoftPart(ToLongFunction<Schedule.Parts> amount) {
        this.amount = amount;
    }

    /** How much of {@code parts} it is. */
    public long of(Schedule.Parts parts) {
        return amount.applyAsLong(parts);
    }
}
