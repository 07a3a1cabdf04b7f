package jp.mimamori.windows;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** The plans laid open at the moment: each once, and laid open anew where another instance of the service has changed it. */
public final class Desks {

    private static final int MOST = 3;

    private final Plans plans;
    private final Map<Long, Desk> open = new LinkedHashMap<>(8, 0.75f, true) {

        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<Long, Desk> eldest) {
            return size() > MOST;
        }
    };

    public Desks(Plans plans) {
        this.plans = plans;
    }

    public Optional<Desk> draft() {
        return plans.draft().map(this::at);
    }

    public Optional<Desk> published() {
        return plans.published().map(this::at);
    }

    public Optional<Desk> of(long id) {
        return plans.head(id).map(this::at);
    }

    /** The plan of {@code head}, as of its edition. */
    public Desk at(PlanHead head) {
        synchronized (open) {
            Desk known = open.get(head.id());
            if (known != null && known.head().edition() >= head.edition() && known.head().state() == head.state()) {
                return known;
            }
            // a published plan holds what was moved by hand already
            Desk desk = Desk.open(head, plans.content(head.id()), told(head) ? java.util.List.of() : plans.moves(head.id()));
            open.put(head.id(), desk);
            return desk;
        }
    }

    private static boolean told(PlanHead head) {
        return head.published() != null;
    }
}
