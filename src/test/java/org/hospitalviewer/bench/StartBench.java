package org.hospitalviewer.bench;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.hospitalviewer.FreshHome;
import org.hospitalviewer.peers.ApplianceProcess;

/**
 * Time from the start of the process to health UP: in a fresh home, and again in the same one.
 *
 * @param times starts in the same home
 */
record StartBench(int times) {

    private static final double NANOS = 1e9;

    List<String> run() throws Exception {
        Path home = FreshHome.make();
        List<String> lines = new ArrayList<>();
        lines.add("start in a fresh home: %.1f s".formatted(start(home)));
        for (int i = 0; i < times; i++) {
            lines.add("start again: %.1f s".formatted(start(home)));
        }
        return lines;
    }

    private static double start(Path home) throws Exception {
        long begin = System.nanoTime();
        try (ApplianceProcess _ = PortableAppliance.start(home)) {
            return (System.nanoTime() - begin) / NANOS;
        }
    }
}
