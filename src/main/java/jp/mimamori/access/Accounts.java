package jp.mimamori.access;

import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The accounts. Passwords come in hashed and are only ever given out hashed. */
public interface Accounts {

    /** Whether there is none yet: the first one is made on the first-run page. */
    boolean isEmpty();

    Optional<Account> named(String name);

    /** The hash of the account's password; empty for one that signs in elsewhere. */
    Optional<String> passwordHash(String name);

    List<Account> all();

    /** @throws NameTakenException where another account has the name */
    Account add(String name, String fullName, Set<Role> roles, String passwordHash) throws NameTakenException;

    void password(String name, String passwordHash);

    void roles(String name, Set<Role> roles);

    void active(String name, boolean active);

    /** Somebody else has the name already. */
    final class NameTakenException extends Exception {

        private static final long serialVersionUID = 1L;

        public NameTakenException(String name) {
            super(name);
        }
    }
}
