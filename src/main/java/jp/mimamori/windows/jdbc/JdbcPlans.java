package jp.mimamori.windows.jdbc;

import static java.util.Objects.requireNonNull;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import jp.mimamori.audit.AuditEvent;
import jp.mimamori.audit.AuditTrail;
import jp.mimamori.windows.HandMove;
import jp.mimamori.windows.PlanContent;
import jp.mimamori.windows.PlanHead;
import jp.mimamori.windows.PlanHead.State;
import jp.mimamori.windows.Plans;
import jp.mimamori.windows.StaleEditionException;
import jp.mimamori.windows.json.PlanJson;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.GeneratedKeyHolder;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** Plans in {@code patch_plan}; its content is read only where somebody opens it. */
@Repository
class JdbcPlans implements Plans {

    private static final String HEAD = "select id, state, edition, as_of, by_name, at_millis, how, told_by, told_millis, note from patch_plan ";

    private final JdbcClient jdbc;
    private final AuditTrail trail;
    private final Clock clock;
    private final PlanJson json = new PlanJson();

    JdbcPlans(JdbcClient jdbc, AuditTrail trail, Clock clock) {
        this.jdbc = jdbc;
        this.trail = trail;
        this.clock = clock;
    }

    @Override
    public Optional<PlanHead> draft() {
        return only(State.DRAFT);
    }

    @Override
    public Optional<PlanHead> published() {
        return only(State.PUBLISHED);
    }

    private Optional<PlanHead> only(State state) {
        return jdbc.sql(HEAD + "where state = ? order by id desc limit 1").param(state.name()).query((row, i) -> head(row)).optional();
    }

    @Override
    public Optional<PlanHead> head(long id) {
        return jdbc.sql(HEAD + "where id = ?").param(id).query((row, i) -> head(row)).optional();
    }

    @Override
    public Optional<PlanHead> made(long job, PlanHead.How how) {
        return jdbc.sql(HEAD + "where job_id = ? and how = ?").params(job, how.name()).query((row, i) -> head(row)).optional();
    }

    @Override
    public List<PlanHead> all(int limit) {
        return jdbc.sql(HEAD + "order by id desc limit ?").param(limit).query((row, i) -> head(row)).list();
    }

    @Override
    public PlanContent content(long id) {
        return json.content(jdbc.sql("select content from patch_plan where id = ?").param(id).query((row, i) -> row.getBytes(1)).single());
    }

    @Override
    public List<HandMove> moves(long id) {
        return jdbc.sql("select json from plan_move where plan_id = ? and undone = false order by id").param(id)
                .query((row, i) -> json.move(row.getString(1))).list();
    }

    /** Nobody else changes which plan is the draft or the published one until this transaction ends. */
    private void lock() {
        jdbc.sql("select id from plan_desk where id = 1 for update").query(Integer.class).single();
    }

    @Override
    @Transactional(rollbackFor = StaleEditionException.class)
    public PlanHead keep(PlanContent content, LocalDate asOf, PlanHead.How how, String by, @Nullable Long job, @Nullable PlanHead instead)
            throws StaleEditionException {
        lock();
        Optional<PlanHead> kept = job == null ? Optional.empty() : made(job, how);
        if (kept.isPresent()) {
            return kept.get();
        }
        if (instead != null) {
            changed(instead, State.SET_ASIDE);
        } else {
            jdbc.sql("update patch_plan set state = ?, edition = edition + 1 where state = ?").params(State.SET_ASIDE.name(), State.DRAFT.name()).update();
        }
        Instant at = clock.instant();
        var keys = new GeneratedKeyHolder();
        jdbc.sql("insert into patch_plan (state, edition, as_of, by_name, at_millis, how, job_id, content) values (?, 1, ?, ?, ?, ?, ?, ?)")
                .param(State.DRAFT.name()).param(asOf).param(by).param(at.toEpochMilli()).param(how.name()).param(job).param(json.write(content))
                .update(keys, "id");
        long id = requireNonNull(keys.getKeyAs(Long.class));
        trail.add(new AuditEvent(at, by, "plan.drafted", "plan/" + id, how + " " + content.schedule().assignments().size() + "/"
                + content.problem().tasks().size()));
        return head(id).orElseThrow();
    }

    /** The draft gets its next edition, and where it is no longer that draft, nothing happens. */
    private void changed(PlanHead draft, State state) throws StaleEditionException {
        int rows = jdbc.sql("update patch_plan set edition = edition + 1, state = ? where id = ? and edition = ? and state = ?")
                .params(state.name(), draft.id(), draft.edition(), State.DRAFT.name()).update();
        if (rows != 1) {
            throw new StaleEditionException(draft.id(), draft.edition());
        }
    }

    @Override
    @Transactional(rollbackFor = StaleEditionException.class)
    public PlanHead moved(PlanHead draft, HandMove move) throws StaleEditionException {
        changed(draft, State.DRAFT);
        String text = json.write(move);
        jdbc.sql("insert into plan_move (plan_id, json) values (?, ?)").params(draft.id(), text).update();
        trail.add(new AuditEvent(move.at(), move.by(), "plan.moved", "plan/" + draft.id(), text));
        return head(draft.id()).orElseThrow();
    }

    @Override
    @Transactional(rollbackFor = StaleEditionException.class)
    public PlanHead undone(PlanHead draft, HandMove last, String by) throws StaleEditionException {
        changed(draft, State.DRAFT);
        jdbc.sql("update plan_move set undone = true where id = (select max(id) from plan_move where plan_id = ? and undone = false)")
                .param(draft.id()).update();
        trail.add(new AuditEvent(clock.instant(), by, "plan.undone", "plan/" + draft.id(), json.write(last)));
        return head(draft.id()).orElseThrow();
    }

    @Override
    @Transactional(rollbackFor = StaleEditionException.class)
    public PlanHead publish(PlanHead draft, PlanContent content, String by, String note) throws StaleEditionException {
        lock();
        PlanContent told = published().map(before -> content.agreed(content.stillAgreed(content(before.id())))).orElse(content);
        changed(draft, State.PUBLISHED);
        jdbc.sql("update patch_plan set state = ? where state = ? and id <> ?").params(State.EARLIER.name(), State.PUBLISHED.name(), draft.id()).update();
        Instant at = clock.instant();
        jdbc.sql("update patch_plan set content = ?, told_by = ?, told_millis = ?, note = ? where id = ?")
                .params(json.write(told), by, at.toEpochMilli(), note, draft.id()).update();
        trail.add(new AuditEvent(at, by, "plan.published", "plan/" + draft.id(), note));
        return head(draft.id()).orElseThrow();
    }

    @Override
    @Transactional(rollbackFor = StaleEditionException.class)
    public void agreed(PlanHead told, String task, boolean agreed, String by) throws StaleEditionException {
        lock();
        if (published().filter(head -> head.id() == told.id()).isEmpty()) {
            throw new StaleEditionException(told.id(), told.edition());
        }
        agree(told.id(), task, agreed);
        draft().ifPresent(draft -> agree(draft.id(), task, agreed));
        trail.add(new AuditEvent(clock.instant(), by, agreed ? "plan.agreed" : "plan.notAgreed", "plan/" + told.id(), task));
    }

    private void agree(long plan, String task, boolean agreed) {
        PlanContent content = content(plan);
        Set<String> tasks = new HashSet<>(content.agreed());
        if (agreed ? tasks.add(task) : tasks.remove(task)) {
            // a new edition, so that whoever has it open sees it
            jdbc.sql("update patch_plan set content = ?, edition = edition + 1 where id = ?").params(json.write(content.agreed(tasks)), plan).update();
        }
    }

    @Override
    @Transactional(rollbackFor = StaleEditionException.class)
    public void setAside(PlanHead draft, String by) throws StaleEditionException {
        lock();
        changed(draft, State.SET_ASIDE);
        trail.add(new AuditEvent(clock.instant(), by, "plan.setAside", "plan/" + draft.id(), ""));
    }

    private static PlanHead head(ResultSet row) throws SQLException {
        String teller = row.getString("told_by");
        String note = row.getString("note");
        PlanHead.Telling told = teller == null ? null
                : new PlanHead.Telling(teller, Instant.ofEpochMilli(row.getLong("told_millis")), note == null ? "" : note);
        return new PlanHead(row.getLong("id"), State.valueOf(row.getString("state")), row.getLong("edition"),
                row.getObject("as_of", LocalDate.class), row.getString("by_name"), Instant.ofEpochMilli(row.getLong("at_millis")),
                PlanHead.How.valueOf(row.getString("how")), told);
    }
}
