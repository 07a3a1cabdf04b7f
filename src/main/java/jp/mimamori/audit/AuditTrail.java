package jp.mimamori.audit;

import java.util.List;

/** The trail. There is no way to change or remove an entry. */
public interface AuditTrail {

    /** Adds {@code event} at the end, in the transaction of the caller: what is not done is not in the trail, and the other way round. */
    AuditEntry add(AuditEvent event);

    /** The newest entries first. */
    List<AuditEntry> newest(int limit, long before);

    /** Those that {@code question} asks for, the newest first, with numbers below {@code before}. */
    List<AuditEntry> find(AuditQuestion question, int limit, long before);

    /** The newest entries on {@code subject} first. */
    List<AuditEntry> about(String subject, int limit);

    /** Goes through the whole trail from the first entry and says whether every seal holds. */
    TrailCheck check();
}
