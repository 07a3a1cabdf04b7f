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

    /** The account of somebody who signs in elsewhere, made or brought up to date. */
    Account elsewhere(String name, String fullName, Set<Role> roles);

    Optional<Standing> standing(String name);

    /** Its own new password; every session of it is over. */
    void password(String name, String passwordHash);

    /** A password that somebody else has seen: good only for choosing another. */
    void temporary(String name, String passwordHash);

    /** @throws LastAdministratorException where nobody would be left who can administer */
    void roles(String name, Set<Role> roles) throws LastAdministratorException;

    /** @throws LastAdministratorException where nobody would be left who can administer */
    void active(String name, boolean active) throws LastAdministratorException;

    /** Ends every session of it. */
    void endSessions(String name);

    /** Without this account nobody could administer. */
    final class LastAdministratorException extends Exception {

        private static final long serialVersionUID = 1L;

        public LastAdministratorException(String name) {
            super(name);
        }
    }

    /** Somebody else has the name already. */
    final class NameTakenException extends Exception {

        private static final long serialVersionUID = 1L;

        public NameTakenException(String name) {
            super(name);
        }
    }
}
