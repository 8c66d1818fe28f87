package org.hospitalviewer.bench;

import com.microsoft.playwright.APIResponse;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.options.RequestOptions;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.ToDoubleFunction;
import org.hospitalviewer.FreshHome;
import org.hospitalviewer.peers.ApplianceProcess;
import org.hospitalviewer.peers.Chromium;
import org.hospitalviewer.peers.CtSeries;
import org.hospitalviewer.peers.Dcmtk;
import org.springframework.util.FileSystemUtils;

/**
 * The viewer in Chromium without a graphics card, each time with an empty profile: from the navigation to a study until
 * its first picture and until all are there, scrolling by the wheel, and the three planes. Login is before the clock.
 *
 * @param slices of the CT
 */
record ViewerBench(int slices) {

    private static final Path FOLDER = Path.of("target", "bench").toAbsolutePath();
    private static final int RUNS = 3;
    private static final int SIZE = 512;
    private static final int WHEEL_STEPS = 300;
    private static final double PATIENCE_MS = 120_000;

    private static final String WATCH = """
            performance.setResourceTimingBufferSize(10000);
            window.drawn = [];
            document.addEventListener('image-rendered', () =>
              requestAnimationFrame(() => window.drawn.push(performance.now())));
            """;
    private static final String ALL_FRAMES = """
            count => performance.getEntriesByType('resource')
              .filter(({ name, responseEnd }) => name.includes('/frames/') && responseEnd > 0).length >= count""";
    private static final String LAST_FRAME = """
            () => Math.max(...performance.getEntriesByType('resource')
              .filter(({ name }) => name.includes('/frames/')).map(({ responseEnd }) => responseEnd))""";
    /** Sixty steps a second; the time runs until nothing is drawn any more. */
    private static final String WHEEL = """
            async steps => {
              const viewer = document.querySelector('dicom-viewer');
              const picture = viewer.shadowRoot.querySelector('.viewport');
              window.drawn.length = 0;
              const begin = performance.now();
              for (let step = 0; step < steps; step++) {
                picture.dispatchEvent(new WheelEvent('wheel', { deltaY: step % 600 < 300 ? 100 : -100, bubbles: true, composed: true,
                  cancelable: true }));
                const next = begin + (step + 1) * 1000 / 60;
                await new Promise(resolve => setTimeout(resolve, Math.max(0, next - performance.now())));
              }
              const end = performance.now();
              await new Promise(resolve => setTimeout(resolve, 1500));
              const last = Math.max(...window.drawn);
              return [window.drawn.filter(time => time <= end).length * 1000 / (end - begin), Math.max(0, last - end)];
            }""";

    /** One visit; times in milliseconds, memory in megabytes. */
    private record Figures(double first, double all, double wheelEarly, double wheelRate, double runOn, double planes,
                           double memory) {
    }

    List<String> run() throws Exception {
        FileSystemUtils.deleteRecursively(FOLDER);
        CtSeries series = new CtSeries("1.2.826.0.1.3680043.10.1999.81", SIZE, slices);
        series.writeTo(FOLDER.resolve("files"));
        List<Figures> runs = new ArrayList<>();
        try (ApplianceProcess appliance = PortableAppliance.start(FreshHome.make())) {
            Dcmtk.Output sent = Dcmtk.run(Map.of("TCP_NODELAY", "1"), "storescu", List.of("-aec", "DICOMVIEWER", "+sd",
                    "127.0.0.1", Integer.toString(appliance.dicomPort()), FOLDER.resolve("files").toString()));
            if (sent.exit() != 0) {
                throw new IOException("storescu failed: " + sent.text());
            }
            visit(appliance, series); // the server gets warm
            for (int run = 0; run < RUNS; run++) {
                runs.add(visit(appliance, series));
            }
        }
        FileSystemUtils.deleteRecursively(FOLDER);
        return List.of("the viewer with %d slices, median of %d visits with an empty profile".formatted(slices, RUNS),
                "first picture %.0f ms, all %.0f ms".formatted(median(runs, Figures::first), median(runs, Figures::all)),
                "%d wheel steps at 60/s: %.0f pictures/s right after the first picture; %.0f/s when all are there, then %.0f ms more"
                        .formatted(WHEEL_STEPS, median(runs, Figures::wheelEarly), median(runs, Figures::wheelRate),
                                median(runs, Figures::runOn)),
                "three planes %.0f ms after the key".formatted(median(runs, Figures::planes)),
                "memory of the browser %.0f MB with all slices (PSS)".formatted(median(runs, Figures::memory)));
    }

    private Figures visit(ApplianceProcess appliance, CtSeries series) throws IOException {
        try (Playwright playwright = Playwright.create(new Playwright.CreateOptions()
                .setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")))) {
            double early = scrollAtOnce(playwright, appliance, series);
            try (BrowserContext browser = browser(playwright, appliance)) {
                return figures(browser.pages().getFirst(), early, appliance, series);
            }
        }
    }

    private double scrollAtOnce(Playwright playwright, ApplianceProcess appliance, CtSeries series) throws IOException {
        try (BrowserContext browser = browser(playwright, appliance)) {
            Page page = browser.pages().getFirst();
            page.navigate(address(appliance, series));
            page.waitForFunction("() => window.drawn.length > 0");
            return number(((List<?>) page.evaluate(WHEEL, Math.min(WHEEL_STEPS, slices / 2 - 1))).getFirst());
        }
    }

    private Figures figures(Page page, double early, ApplianceProcess appliance, CtSeries series) throws IOException {
        page.navigate(address(appliance, series));
        page.waitForFunction("() => window.drawn.length > 0");
        double first = number(page.evaluate("() => window.drawn[0]"));
        page.waitForFunction(ALL_FRAMES, slices);
        double all = number(page.evaluate(LAST_FRAME));
        page.waitForFunction("() => document.querySelector('dicom-viewer').state.areToolsReady");
        double memory = browserMegabytes();
        page.keyboard().press("Home");
        List<?> wheel = (List<?>) page.evaluate(WHEEL, Math.min(WHEEL_STEPS, slices - 1));
        return new Figures(first, all, early, number(wheel.get(0)), number(wheel.get(1)), planes(page), memory);
    }

    private static double planes(Page page) {
        page.evaluate("() => window.asked = performance.now()");
        page.keyboard().press("m");
        page.waitForFunction("() => { const mpr = document.querySelector('dicom-viewer').state.mpr; return mpr?.isReady"
                + " && mpr.planes.length === 3 && mpr.planes.every(({ index, isCurrent }) => index >= 0 && isCurrent); }");
        return number(page.evaluate("() => performance.now() - window.asked"));
    }

    /** A browser with a new profile on the disk, as readers have one: a profile in memory would keep there what is kept. */
    private static BrowserContext browser(Playwright playwright, ApplianceProcess appliance) throws IOException {
        Path profile = Files.createTempDirectory(Files.createDirectories(FOLDER), "profile");
        BrowserContext browser = playwright.chromium().launchPersistentContext(profile,
                new BrowserType.LaunchPersistentContextOptions().setHeadless(true).setExecutablePath(Chromium.program())
                        .setArgs(Chromium.FLAGS).setViewportSize(1440, 900));
        browser.setDefaultTimeout(PATIENCE_MS);
        browser.addInitScript(WATCH);
        APIResponse login = browser.request().post(appliance.url("/api/auth/login"), RequestOptions.create()
                .setData(Map.of("username", FreshHome.ADMIN, "password", FreshHome.PASSWORD)));
        if (!login.ok()) {
            throw new IOException("The login was answered with " + login.status());
        }
        return browser;
    }

    private static String address(ApplianceProcess appliance, CtSeries series) {
        return appliance.url("/viewer/" + series.studyInstanceUid());
    }

    private static double number(Object value) {
        return ((Number) value).doubleValue();
    }

    private static double median(List<Figures> runs, ToDoubleFunction<Figures> figure) {
        return runs.stream().mapToDouble(figure).sorted().toArray()[runs.size() / 2];
    }

    /** Proportional set size of all processes of the browser. */
    private static double browserMegabytes() throws IOException {
        double kilobytes = 0;
        for (ProcessHandle process : ProcessHandle.current().descendants().toList()) {
            Path memory = Path.of("/proc", Long.toString(process.pid()), "smaps_rollup");
            if (process.info().command().filter(command -> command.contains("chrom")).isPresent() && Files.exists(memory)) {
                kilobytes += Files.readAllLines(memory).stream().filter(line -> line.startsWith("Pss:"))
                        .mapToDouble(line -> Double.parseDouble(line.replaceAll("\\D", ""))).sum();
            }
        }
        return kilobytes / 1024;
    }
}
