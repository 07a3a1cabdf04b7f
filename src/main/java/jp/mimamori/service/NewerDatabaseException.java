package jp.mimamori.service;

/** The database was made by a newer Mimamori: an older one could only misread it. */
final class NewerDatabaseException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final String found;
    private final String known;

    NewerDatabaseException(String found, String known) {
        super("database " + found + ", program " + known);
        this.found = found;
        this.known = known;
    }

    String found() {
        return found;
    }

    String known() {
        return known;
    }
}
