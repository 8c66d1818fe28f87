package org.hospitalviewer.crash;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Random;
import org.hospitalviewer.peers.ApplianceProcess;
import org.junit.jupiter.api.Test;

/** A few cycles of {@code ./bench crash}, one of each sort; each run has moments of its own. */
class CrashIT {

    @Test
    void whatWasAcknowledgedSurvivesTheDeathOfProgramAndDatabaseAtAnyMoment() throws Exception {
        long seed = System.nanoTime();
        Random random = new Random(seed);
        List<CyclePlan> plans = List.of(CyclePlan.of(Blow.DATABASE, false, 0, random),
                CyclePlan.of(Blow.PROGRAM, true, 1, random), CyclePlan.of(Blow.PROGRAM_THEN_DATABASE, false, 0, random));

        List<String> lines = CrashRun.run(plans, seed, ApplianceProcess::launch);

        assertThat(lines).anyMatch(line -> line.startsWith("0 lost, 0 faults"));
    }
}
