package jp.mimamori.service;

import java.net.BindException;
import java.sql.SQLException;
import java.util.Optional;
import java.util.stream.Stream;
import jp.mimamori.decision.table.PolicyException;
import jp.mimamori.language.Message;
import jp.mimamori.language.Wording;
import jp.mimamori.service.CannotStartException.Reason;
import org.springframework.boot.context.properties.ConfigurationPropertiesBindException;
import org.springframework.boot.web.server.PortInUseException;

/** Finds in a failed start what somebody can do about it. */
final class StartFailure {

    private static final Wording WORDS = Wording.of(StartFailure.class);

    private StartFailure() {
    }

    /** Empty where it is a fault of ours. */
    static Optional<CannotStartException> of(Throwable failure, int port) {
        return Stream.iterate(failure, cause -> cause != null, Throwable::getCause).limit(40)
                .flatMap(cause -> told(cause, port).stream()).findFirst();
    }

    private static Optional<CannotStartException> told(Throwable cause, int port) {
        if (cause instanceof PortInUseException || cause instanceof BindException) {
            return because(Reason.PORT, WORDS.message("start.port", Integer.toString(port)), cause);
        }
        if (cause instanceof NewerDatabaseException newer) {
            return because(Reason.NEWER, WORDS.message("start.newer", newer.found(), newer.known()), cause);
        }
        if (cause instanceof PolicyException policy) {
            var first = policy.issues().get(0);
            return because(Reason.POLICY, WORDS.message("start.policy", first.place().text(), first.message(), policy.issues().size()), cause);
        }
        if (cause instanceof ConfigurationPropertiesBindException wrong) {
            Throwable root = wrong;
            while (root.getCause() != null) {
                root = root.getCause();
            }
            return because(Reason.SETTING, WORDS.message("start.setting", String.valueOf(root.getMessage()).lines().findFirst().orElse("")), cause);
        }
        return cause instanceof SQLException sql ? because(Reason.DATABASE, database(sql), cause) : Optional.empty();
    }

    private static Message database(SQLException sql) {
        String state = sql.getSQLState() == null ? "" : sql.getSQLState();
        // what the driver says may name the account, never the password
        String said = String.valueOf(sql.getMessage()).lines().findFirst().orElse("");
        return state.startsWith("28") ? WORDS.message("start.refused", said) : WORDS.message("start.database", said);
    }

    private static Optional<CannotStartException> because(Reason reason, Message told, Throwable cause) {
        return Optional.of(new CannotStartException(reason, told, cause));
    }
}
