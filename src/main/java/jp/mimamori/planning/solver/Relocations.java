package jp.mimamori.planning.solver;

import java.util.Iterator;
import java.util.Random;
import org.optaplanner.core.api.score.director.ScoreDirector;
import org.optaplanner.core.impl.heuristic.selector.move.factory.MoveIteratorFactory;
import org.optaplanner.core.impl.score.director.incremental.IncrementalScoreDirector;

/** Feeds the search with moves thought up by {@link Proposals} on the occupancy as it is. */
public final class Relocations implements MoveIteratorFactory<PatchCalendar, Relocation> {

    /** So many refused moves end a step with the move that changes nothing, so that a step always ends. */
    private static final int MOVES_PER_STEP = 1_000;

    @Override
    public long getSize(ScoreDirector<PatchCalendar> director) {
        return MOVES_PER_STEP;
    }

    @Override
    public Iterator<Relocation> createOriginalMoveIterator(ScoreDirector<PatchCalendar> director) {
        throw new UnsupportedOperationException("the moves have no order");
    }

    @Override
    public Iterator<Relocation> createRandomMoveIterator(ScoreDirector<PatchCalendar> director, Random random) {
        var score = (OccupancyScore) ((IncrementalScoreDirector<?, ?>) director).getIncrementalScoreCalculator();
        return new Iterator<>() {

            private int given;

            @Override
            public boolean hasNext() {
                return true;
            }

            @Override
            public Relocation next() {
                return ++given > MOVES_PER_STEP ? Relocation.nothing() : Relocation.of(score.proposals(random).next(), score);
            }
        };
    }
}
