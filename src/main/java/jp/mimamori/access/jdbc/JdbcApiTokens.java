package jp.mimamori.access.jdbc;

import static java.util.Objects.requireNonNull;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import java.util.EnumSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import jp.mimamori.access.Account;
import jp.mimamori.access.Accounts;
import jp.mimamori.access.ApiToken;
import jp.mimamori.access.ApiTokens;
import jp.mimamori.access.Role;
import jp.mimamori.audit.AuditEvent;
import jp.mimamori.audit.AuditTrail;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.GeneratedKeyHolder;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** Tokens in the table {@code api_token}. A secret is 256 random bits, so a plain hash of it tells nobody anything. */
@Repository
class JdbcApiTokens implements ApiTokens {

    private static final String SELECT = "select id, name, owner, prefix, roles, created_millis, expires_millis, last_used_millis, revoked from api_token ";
    private static final String START = "mmm_";
    private static final int BYTES = 32;
    private static final int SHOWN = 10;
    private static final long NOTED_MILLIS = Duration.ofMinutes(1).toMillis();

    private final JdbcClient jdbc;
    private final Accounts accounts;
    private final AuditTrail trail;
    private final Clock clock;
    private final SecureRandom random = new SecureRandom();

    JdbcApiTokens(JdbcClient jdbc, Accounts accounts, AuditTrail trail, Clock clock) {
        this.jdbc = jdbc;
        this.accounts = accounts;
        this.trail = trail;
        this.clock = clock;
    }

    @Override
    @Transactional
    public Made make(String name, String owner, Set<Role> roles, Instant expires) {
        Instant now = clock.instant();
        Account account = accounts.named(owner).filter(Account::active).orElseThrow(() -> new IllegalArgumentException("nobody: " + owner));
        if (!account.roles().containsAll(roles) || !expires.isAfter(now) || expires.isAfter(now.plus(LONGEST))) {
            throw new IllegalArgumentException("more than " + owner + " may give");
        }
        byte[] bytes = new byte[BYTES];
        random.nextBytes(bytes);
        String secret = START + Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
        ApiToken asked = new ApiToken(0, name.strip(), owner, secret.substring(0, SHOWN), roles, now, expires, null, false);
        String words = asked.roles().stream().map(Role::name).collect(Collectors.joining(","));
        var keys = new GeneratedKeyHolder();
        jdbc.sql("insert into api_token (name, owner, prefix, sha256, roles, created_millis, expires_millis) values (?, ?, ?, ?, ?, ?, ?)")
                .params(asked.name(), owner, asked.prefix(), sha256(secret), words, now.toEpochMilli(), expires.toEpochMilli()).update(keys, "id");
        long id = requireNonNull(keys.getKeyAs(Long.class));
        trail.add(new AuditEvent(now, owner, "token.made", "token/" + id, asked.prefix() + " " + words));
        return new Made(jdbc.sql(SELECT + "where id = ?").param(id).query((row, i) -> token(row)).single(), secret);
    }

    @Override
    public Optional<ApiToken> of(String secret) {
        Instant now = clock.instant();
        Optional<ApiToken> found = jdbc.sql(SELECT + "where sha256 = ?").param(sha256(secret)).query((row, i) -> token(row)).optional()
                .filter(token -> token.isGood(now)).flatMap(this::within);
        found.filter(token -> token.lastUsed() == null || now.toEpochMilli() - token.lastUsed().toEpochMilli() > NOTED_MILLIS)
                .ifPresent(token -> jdbc.sql("update api_token set last_used_millis = ? where id = ?").params(now.toEpochMilli(), token.id()).update());
        return found;
    }

    /** A token is worth no more than its owner is now. */
    private Optional<ApiToken> within(ApiToken token) {
        Set<Role> left = EnumSet.copyOf(token.roles());
        left.retainAll(accounts.named(token.owner()).filter(Account::active).map(Account::roles).orElse(Set.of()));
        return left.isEmpty() ? Optional.empty() : Optional.of(new ApiToken(token.id(), token.name(), token.owner(), token.prefix(), left,
                token.created(), token.expires(), token.lastUsed(), token.revoked()));
    }

    @Override
    public List<ApiToken> all() {
        return jdbc.sql(SELECT + "order by id desc").query((row, i) -> token(row)).list();
    }

    @Override
    public List<ApiToken> of(Account owner) {
        return jdbc.sql(SELECT + "where owner = ? order by id desc").param(owner.name()).query((row, i) -> token(row)).list();
    }

    @Override
    @Transactional
    public void revoke(long id, String by) {
        if (jdbc.sql("update api_token set revoked = true where id = ? and not revoked").param(id).update() == 1) {
            trail.add(new AuditEvent(clock.instant(), by, "token.revoked", "token/" + id, ""));
        }
    }

    private static ApiToken token(ResultSet row) throws SQLException {
        Set<Role> roles = EnumSet.noneOf(Role.class);
        Arrays.stream(row.getString("roles").split(",")).forEach(role -> roles.add(Role.valueOf(role)));
        long used = row.getLong("last_used_millis");
        Instant lastUsed = row.wasNull() ? null : Instant.ofEpochMilli(used);
        return new ApiToken(row.getLong("id"), row.getString("name"), row.getString("owner"), row.getString("prefix"), roles,
                Instant.ofEpochMilli(row.getLong("created_millis")), Instant.ofEpochMilli(row.getLong("expires_millis")), lastUsed,
                row.getBoolean("revoked"));
    }

    private static String sha256(String secret) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(secret.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
