package org.hospitalviewer.e2e;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import java.nio.file.Path;
import java.util.Map;
import org.hospitalviewer.peers.Chromium;

/** One Chromium for the whole run, and another one for who reads PDFs; each visitor gets a fresh profile in one of them. */
final class RunningBrowser implements AutoCloseable {

    /** For what comes at once on a quiet computer; tests share theirs with others. */
    private static final double PATIENCE_MS = 20_000;

    private final Playwright playwright;
    private final Browser browser;
    private Browser pdfReader;

    RunningBrowser() {
        PlaywrightAssertions.setDefaultAssertionTimeout(PATIENCE_MS);
        var program = Chromium.withoutWindow();
        playwright = Playwright.create(new Playwright.CreateOptions()
                .setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
        browser = start(program);
    }

    private Browser start(Path program) {
        return playwright.chromium().launch(new BrowserType.LaunchOptions().setHeadless(true)
                .setExecutablePath(program).setArgs(Chromium.FLAGS));
    }

    BrowserContext profile(Browser.NewContextOptions options) {
        return browser.newContext(options);
    }

    /** In the browser that shows a PDF inside of a page. */
    BrowserContext profileForPdf(Browser.NewContextOptions options) {
        if (pdfReader == null) {
            pdfReader = start(Chromium.program());
        }
        return pdfReader.newContext(options);
    }

    @Override
    public void close() {
        browser.close();
        if (pdfReader != null) {
            pdfReader.close();
        }
        playwright.close();
    }
}
