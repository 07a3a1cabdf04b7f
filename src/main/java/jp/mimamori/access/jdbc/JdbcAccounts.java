package jp.mimamori.access.jdbc;

import static java.util.Objects.requireNonNull;

import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import jp.mimamori.access.Account;
import jp.mimamori.access.Accounts;
import jp.mimamori.access.Role;
import jp.mimamori.access.Standing;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** Accounts in the tables {@code account} and {@code account_role}. */
@Repository
class JdbcAccounts implements Accounts {

    private final JdbcClient jdbc;

    JdbcAccounts(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    private record Row(long id, String name, String fullName, boolean active) {
    }

    @Override
    public boolean isEmpty() {
        return jdbc.sql("select count(*) from account").query(Long.class).single() == 0;
    }

    @Override
    public Optional<Account> named(String name) {
        return rows("where name = ?", name).stream().findFirst();
    }

    @Override
    public Optional<String> passwordHash(String name) {
        return jdbc.sql("select password_hash from account where name = ? and password_hash is not null").param(name).query(String.class)
                .optional();
    }

    @Override
    public List<Account> all() {
        return rows("order by name");
    }

    private List<Account> rows(String rest, Object... params) {
        return jdbc.sql("select id, name, full_name, active from account " + rest).params(params)
                .query((row, i) -> new Row(row.getLong(1), row.getString(2), row.getString(3), row.getBoolean(4))).list().stream()
                .map(row -> new Account(row.id, row.name, row.fullName, roles(row.id), row.active)).toList();
    }

    private Set<Role> roles(long id) {
        Set<Role> roles = EnumSet.noneOf(Role.class);
        jdbc.sql("select role from account_role where account_id = ?").param(id).query(String.class).list()
                .forEach(role -> roles.add(Role.valueOf(requireNonNull(role))));
        return roles;
    }

    @Override
    @Transactional(rollbackFor = NameTakenException.class)
    public Account add(String name, String fullName, Set<Role> roles, String passwordHash) throws NameTakenException {
        Account asked = new Account(0, name, fullName, roles, true);
        try {
            jdbc.sql("insert into account (name, full_name, password_hash) values (?, ?, ?)").params(name, fullName, passwordHash).update();
        } catch (DuplicateKeyException e) {
            throw new NameTakenException(name);
        }
        long id = id(name);
        give(id, asked.roles());
        return new Account(id, name, fullName, asked.roles(), true);
    }

    @Override
    @Transactional
    public Account elsewhere(String name, String fullName, Set<Role> roles) {
        lockAll();
        Account now = named(name).orElse(null);
        Account asked = new Account(now == null ? 0 : now.id(), name, fullName, roles, now == null || now.active());
        if (now == null) {
            jdbc.sql("insert into account (name, full_name) values (?, ?)").params(name, fullName).update();
            give(id(name), asked.roles());
        } else if (!now.equals(asked)) {
            jdbc.sql("update account set full_name = ?, standing_number = standing_number + 1 where name = ?").params(fullName, name).update();
            jdbc.sql("delete from account_role where account_id = ?").param(now.id()).update();
            give(now.id(), asked.roles());
        }
        return named(name).orElseThrow();
    }

    private long id(String name) {
        return jdbc.sql("select id from account where name = ?").param(name).query(Long.class).single();
    }

    private void give(long id, Set<Role> roles) {
        roles.forEach(role -> jdbc.sql("insert into account_role (account_id, role) values (?, ?)").params(id, role.name()).update());
    }

    @Override
    public Optional<Standing> standing(String name) {
        return jdbc.sql("select active, standing_number, must_change from account where name = ?").param(name)
                .query((row, i) -> new Standing(row.getBoolean(1), row.getLong(2), row.getBoolean(3))).optional();
    }

    @Override
    public void password(String name, String passwordHash) {
        password(name, passwordHash, false);
    }

    @Override
    public void temporary(String name, String passwordHash) {
        password(name, passwordHash, true);
    }

    private void password(String name, String passwordHash, boolean mustChange) {
        jdbc.sql("update account set password_hash = ?, must_change = ?, standing_number = standing_number + 1 where name = ?")
                .params(passwordHash, mustChange, name).update();
    }

    @Override
    @Transactional(rollbackFor = LastAdministratorException.class)
    public void roles(String name, Set<Role> roles) throws LastAdministratorException {
        if (roles.isEmpty()) {
            throw new IllegalArgumentException("an account has a role: " + name);
        }
        lockAll();
        long id = id(name);
        jdbc.sql("delete from account_role where account_id = ?").param(id).update();
        give(id, roles);
        endSessions(name);
        somebodyAdministers(name);
    }

    @Override
    @Transactional(rollbackFor = LastAdministratorException.class)
    public void active(String name, boolean active) throws LastAdministratorException {
        lockAll();
        jdbc.sql("update account set active = ? where name = ?").params(active, name).update();
        endSessions(name);
        somebodyAdministers(name);
    }

    /** Two administrators who close each other's accounts at the same moment come one after the other. */
    private void lockAll() {
        jdbc.sql("select id from account order by id for update").query(Long.class).list();
    }

    private void somebodyAdministers(String name) throws LastAdministratorException {
        long left = jdbc.sql("select count(*) from account a join account_role r on r.account_id = a.id where a.active and r.role = ?")
                .param(Role.ADMINISTRATOR.name()).query(Long.class).single();
        if (left == 0) {
            throw new LastAdministratorException(name);
        }
    }

    @Override
    public void endSessions(String name) {
        jdbc.sql("update account set standing_number = standing_number + 1 where name = ?").param(name).update();
    }
}
