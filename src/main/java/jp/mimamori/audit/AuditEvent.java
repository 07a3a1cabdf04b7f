package jp.mimamori.audit;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One thing that somebody did, before it has its place in the trail.
 *
 * @param at      when, to the millisecond
 * @param actor   the name of the account, or of the program where nobody asked ({@code system})
 * @param action  what was done, a stable word such as {@code import.committed}
 * @param subject what it was done to, such as {@code import/17}; null where it concerns nothing in particular
 * @param detail  what a reader needs to follow it, in words or JSON; never a password, token or session
 */
public record AuditEvent(Instant at, String actor, String action, @Nullable String subject, String detail) {

    public AuditEvent {
        at = Instant.ofEpochMilli(at.toEpochMilli()); // what databases keep of a time must not break the seal
        if (actor.isBlank() || action.isBlank()) {
            throw new IllegalArgumentException("an audit event needs an actor and an action");
        }
    }
}
