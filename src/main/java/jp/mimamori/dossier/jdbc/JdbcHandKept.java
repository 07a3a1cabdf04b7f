package jp.mimamori.dossier.jdbc;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import jp.mimamori.audit.AuditEvent;
import jp.mimamori.audit.AuditTrail;
import jp.mimamori.dossier.About;
import jp.mimamori.dossier.FieldChange;
import jp.mimamori.dossier.HandKept;
import jp.mimamori.dossier.json.ChangeNotes;
import jp.mimamori.hospital.HospitalStore;
import jp.mimamori.hospital.HospitalStore.StaleException;
import jp.mimamori.hospital.HospitalStore.TouchedException;
import jp.mimamori.hospital.ImportRun;
import jp.mimamori.hospital.KeptFinding;
import jp.mimamori.hospital.Kind;
import jp.mimamori.hospital.Step;
import jp.mimamori.hospital.json.KeptJson;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** A change by hand and its entry in the trail, both or neither. */
@Repository
class JdbcHandKept implements HandKept {

    private final HospitalStore store;
    private final AuditTrail trail;
    private final Clock clock;
    private final KeptJson json = new KeptJson();
    private final ChangeNotes notes = new ChangeNotes();

    JdbcHandKept(HospitalStore store, AuditTrail trail, Clock clock) {
        this.store = store;
        this.trail = trail;
        this.clock = clock;
    }

    @Override
    @Transactional(rollbackFor = StaleException.class)
    public long keep(String key, KeptFinding value, List<FieldChange> changes, String action, String by, long seen) throws StaleException {
        ImportRun run = store.commit(LocalDate.now(clock), by, notes.write(action, key, null, changes), List.of(),
                List.of(new Step(Kind.FINDING, key, json.write(value))), seen);
        trail.add(new AuditEvent(clock.instant(), by, action, About.finding(key).subject(), notes.write(action, key, run.id(), changes)));
        return run.id();
    }

    @Override
    @Transactional(rollbackFor = TouchedException.class)
    public void undo(String key, long run, String by) throws TouchedException {
        store.undo(run, by);
        trail.add(new AuditEvent(clock.instant(), by, "finding.undone", About.finding(key).subject(),
                notes.write("finding.undone", key, run, List.of())));
    }
}
