package org.hospitalviewer.crash;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.function.Consumer;
import org.hospitalviewer.FreshHome;
import org.hospitalviewer.peers.ApplianceProcess;
import org.hospitalviewer.peers.Await;
import org.hospitalviewer.peers.WebCaller;
import org.springframework.util.FileSystemUtils;

/**
 * Kills the appliance, its database or both with SIGKILL while several senders store, starts it again and looks whether
 * everything that was acknowledged is there; again and again on one growing archive. When something is wrong the home
 * folder stays for examination.
 */
public final class CrashRun implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofMinutes(2);
    private static final int OLDER_SERIES = 6;

    private final long seed;
    private final Random random;
    private final Consumer<String> out;
    private final Program program;
    private final Ledger ledger = new Ledger();
    private final Map<Blow, Integer> blows = new EnumMap<>(Blow.class);
    private final List<Duration> revivals = new ArrayList<>();
    private int cycles;
    private int rebuilds;
    private int blowsAtStart;
    private int clearEnds;
    private long compared;

    private CrashRun(long seed, ProgramLaunch launch, Consumer<String> out) {
        this.seed = seed;
        this.random = new Random(seed);
        this.out = out;
        this.program = new Program(FreshHome.make(), launch);
    }

    /** Random cycles; prints what it does, and the figures at the end. */
    public static void run(int cycles, long seed, ProgramLaunch launch, Consumer<String> out) throws Exception {
        try (CrashRun run = new CrashRun(seed, launch, out)) {
            out.accept("seed " + seed + ", home " + run.program.home());
            for (int i = 0; i < cycles; i++) {
                run.cycle(CyclePlan.random(run.random));
            }
            run.finish();
        }
    }

    /** Given cycles, quietly. */
    static List<String> run(List<CyclePlan> plans, long seed, ProgramLaunch launch) throws Exception {
        List<String> lines = Collections.synchronizedList(new ArrayList<>());
        try (CrashRun run = new CrashRun(seed, launch, lines::add)) {
            for (CyclePlan plan : plans) {
                run.cycle(plan);
            }
            run.finish();
        }
        return lines;
    }

    private void cycle(CyclePlan plan) throws Exception {
        cycles++;
        Set<String> older = new HashSet<>(ledger.series());
        if (program.running() == null) {
            program.start();
        }
        strikeDuringIngest(plan);
        for (CyclePlan.StartBlow blow : plan.atStart()) {
            strikeAtStart(blow);
        }
        if (!program.isAlive()) {
            program.start();
        }
        Inspection inspection = new Inspection(program.running(), ledger);
        inspectSeries(inspection, older);
        inspection.files();
        out.accept("%4d: %s: %d acknowledged so far, %d compared now".formatted(cycles, plan, ledger.acknowledged(),
                inspection.compared()));
        require(inspection);
    }

    private void strikeDuringIngest(CyclePlan plan) throws Exception {
        blows.merge(plan.blow(), 1, Integer::sum);
        try (Ingest ingest = Ingest.start(program.running(), ledger, random)) {
            if (plan.rebuild()) {
                rebuilds++;
                administrator().post("/api/jobs/index-rebuild", "");
            }
            ingest.awaitAcknowledged(plan.minimum());
            plan.moment().pass();
            plan.blow().strike(program, plan.between());
            if (!plan.blow().endsProgram()) {
                long begin = System.nanoTime();
                ingest.awaitAnotherAcknowledged();
                revivals.add(Duration.ofNanos(System.nanoTime() - begin));
            }
        }
    }

    private WebCaller administrator() {
        return WebCaller.stranger(program.running().httpPort()).as(FreshHome.ADMIN, FreshHome.PASSWORD);
    }

    /** The program is killed at its start, or comes up without its database, or ends and says why. */
    private void strikeAtStart(CyclePlan.StartBlow blow) throws Exception {
        if (program.isAlive()) {
            program.killProgram();
        }
        blowsAtStart++;
        ApplianceProcess process = program.begin();
        blow.moment().pass();
        if (!program.isAlive()) {
            throw failure(List.of("STUCK: the program did not start: " + process.output()));
        }
        blow.blow().strike(program, blow.between());
        if (!blow.blow().endsProgram()) {
            Await.until("the program is up or has ended: " + process.output(), PATIENCE,
                    () -> !program.isAlive() || process.isUp());
            if (!program.isAlive()) {
                clearEnds++;
                requireClearEnd(process);
            }
        }
    }

    private void requireClearEnd(ApplianceProcess process) throws InterruptedException {
        String said = process.output();
        if (process.awaitExit() == 0 || said.isBlank() || said.contains("\tat ")) {
            throw failure(List.of("UNCLEAR: the program ended without its database and said: " + said));
        }
    }

    private void inspectSeries(Inspection inspection, Set<String> older) throws IOException {
        for (String series : ledger.series()) {
            if (!older.contains(series)) {
                inspection.series(series);
            }
        }
        List<String> sample = new ArrayList<>(older);
        Collections.shuffle(sample, random);
        for (String series : sample.subList(0, Math.min(OLDER_SERIES, sample.size()))) {
            inspection.series(series);
        }
    }

    private void finish() throws Exception {
        Inspection inspection = new Inspection(program.running(), ledger);
        for (String series : ledger.series()) {
            inspection.series(series);
        }
        inspection.files();
        compared = inspection.compared();
        report(inspection);
        require(inspection);
        Path home = program.home();
        program.close();
        FileSystemUtils.deleteRecursively(home);
    }

    private void report(Inspection inspection) {
        long lost = inspection.faults().stream().filter(fault -> fault.startsWith("LOST")).count();
        out.accept("seed %d: %d cycles %s, %d during a rebuild of the index, %d more blows at starts (%d clear ends)"
                .formatted(seed, cycles, blows, rebuilds, blowsAtStart, clearEnds));
        out.accept("%d objects acknowledged %s, %d answers refused; %d whole though not acknowledged".formatted(
                ledger.acknowledged(), ledger.acknowledgedByDoor(), ledger.refused(), inspection.unacknowledged()));
        out.accept("%d lost, %d faults; %d data sets compared at the end".formatted(lost, inspection.faults().size(),
                compared));
        out.accept("restart to health UP: " + times(program.restarts()));
        out.accept("first object stored again after the death of the database alone: " + times(revivals));
    }

    private static String times(List<Duration> times) {
        if (times.isEmpty()) {
            return "none";
        }
        List<Duration> sorted = times.stream().sorted().toList();
        return "%d times, median %.1f s, worst %.1f s".formatted(sorted.size(),
                sorted.get(sorted.size() / 2).toMillis() / 1e3, sorted.getLast().toMillis() / 1e3);
    }

    private void require(Inspection inspection) {
        if (!inspection.faults().isEmpty()) {
            throw failure(inspection.faults());
        }
    }

    private AssertionError failure(List<String> faults) {
        return new AssertionError("Cycle " + cycles + " of seed " + seed + ", home " + program.home() + ":\n"
                + String.join("\n", faults));
    }

    @Override
    public void close() throws Exception {
        program.close();
    }
}
