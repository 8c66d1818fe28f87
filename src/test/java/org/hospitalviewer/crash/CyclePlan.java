package org.hospitalviewer.crash;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/**
 * What happens in one cycle.
 *
 * @param blow       while objects arrive
 * @param between    between two deaths of one blow
 * @param minimum    objects that are acknowledged in this cycle before the blow
 * @param moment     from then to the blow
 * @param rebuild    whether the index is being made anew meanwhile
 * @param atStart    blows while the program starts again, each at a start of its own
 */
record CyclePlan(Blow blow, Pause between, int minimum, Pause moment, boolean rebuild, List<StartBlow> atStart) {

    private static final int MOST_BEFORE = 150;
    private static final Duration LONGEST_MOMENT = Duration.ofMillis(400);
    private static final Duration LONGEST_BETWEEN = Duration.ofMillis(1_500);
    private static final Duration LONGEST_START = Duration.ofSeconds(6);
    private static final int MOST_AT_START = 3;

    /** A blow at a moment of a start. */
    record StartBlow(Blow blow, Pause moment, Pause between) {
    }

    /** A third of the blows meet the program alone; a fifth of the cycles rebuild; a third are struck at the start. */
    static CyclePlan random(Random random) {
        Blow[] blows = {Blow.PROGRAM, Blow.PROGRAM, Blow.DATABASE, Blow.PROGRAM_THEN_DATABASE,
            Blow.DATABASE_THEN_PROGRAM, Blow.DATABASE_THEN_PROGRAM};
        Blow blow = blows[random.nextInt(blows.length)];
        int starts = blow.endsProgram() && random.nextInt(3) == 0 ? 1 + random.nextInt(MOST_AT_START) : 0;
        return of(blow, random.nextInt(5) == 0, starts, random);
    }

    static CyclePlan of(Blow blow, boolean rebuild, int blowsAtStart, Random random) {
        List<StartBlow> atStart = new ArrayList<>();
        for (int i = 0; i < blowsAtStart; i++) {
            atStart.add(new StartBlow(Blow.values()[random.nextInt(Blow.values().length)],
                    Pause.upTo(LONGEST_START, random), Pause.upTo(LONGEST_BETWEEN, random)));
        }
        return new CyclePlan(blow, Pause.upTo(LONGEST_BETWEEN, random), random.nextInt(MOST_BEFORE),
                Pause.upTo(LONGEST_MOMENT, random), rebuild, atStart);
    }

    @Override
    public String toString() {
        return blow + (rebuild ? " during a rebuild" : "") + " after " + minimum + " objects and "
                + moment.length().toMillis() + " ms" + (atStart.isEmpty() ? "" : ", then at starts "
                + atStart.stream().map(one -> one.blow() + " after " + one.moment().length().toMillis() + " ms").toList());
    }
}
