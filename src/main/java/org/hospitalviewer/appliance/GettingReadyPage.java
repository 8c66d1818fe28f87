package org.hospitalviewer.appliance;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.web.util.HtmlUtils;

/**
 * Answers every request with 503 and how far the start is, as long as the screens are not there. There is one at a time;
 * whoever has something to tell while it is open tells it there.
 */
final class GettingReadyPage implements AutoCloseable {

    static final String STARTING = "The program is starting. The first start takes a little longer.";

    private static final Logger LOG = LoggerFactory.getLogger(GettingReadyPage.class);
    private static final int UNAVAILABLE = 503;
    private static final String RELOAD_SECONDS = "3";
    private static final String HEALTH = "/actuator/health";
    /** The page asks every 1.5 s. */
    private static final Duration FAILURE_IS_SHOWN = Duration.ofSeconds(5);

    private static GettingReadyPage shown;
    /** Where the last one was. */
    private static InetSocketAddress place;

    private final HttpServer server;
    private final CountDownLatch failureTold = new CountDownLatch(1);
    private volatile Supplier<String> text;
    private volatile boolean failed;

    private GettingReadyPage(HttpServer server, Supplier<String> text) {
        this.server = server;
        this.text = text;
    }

    /** Null when the port cannot be had; the terminal tells, too. */
    static synchronized GettingReadyPage open(String address, int port, Supplier<String> text) {
        InetSocketAddress wanted = new InetSocketAddress(address, port);
        if (shown != null && wanted.equals(place)) {
            shown.text = text;
            return shown;
        }
        try {
            GettingReadyPage page = new GettingReadyPage(HttpServer.create(wanted, 0), text);
            page.server.createContext("/", page::answer);
            page.server.start();
            place = wanted;
            shown = page;
            return page;
        } catch (IOException e) {
            LOG.warn("No page can tell of the start at port {}: {}", port, e.getMessage());
            return null;
        }
    }

    /**
     * Closes the one that is open.
     *
     * @return false when none was
     */
    static synchronized boolean closeShown() {
        if (shown == null) {
            return false;
        }
        shown.close();
        return true;
    }

    /** A browser that waits for the screens learns why they do not come; returns when it has, or after some seconds. */
    static void tellFailure(String sentence) {
        GettingReadyPage page = place == null ? null : open(place.getHostString(), place.getPort(), () -> sentence);
        if (page != null) {
            page.failed = true;
            page.awaitFailureTold();
            page.close();
        }
    }

    private void awaitFailureTold() {
        try {
            if (!failureTold.await(FAILURE_IS_SHOWN.toMillis(), TimeUnit.MILLISECONDS)) {
                LOG.info("No browser asked why the start failed");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void answer(HttpExchange exchange) throws IOException {
        boolean health = exchange.getRequestURI().getPath().equals(HEALTH);
        boolean failure = failed;
        byte[] body = (health ? "{\"status\":\"OUT_OF_SERVICE\"}" : html(failure)).getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().set("Content-Type", health ? "application/json" : "text/html; charset=utf-8");
        exchange.getResponseHeaders().set("Cache-Control", "no-store");
        exchange.getResponseHeaders().set("Retry-After", RELOAD_SECONDS);
        boolean noBody = exchange.getRequestMethod().equals("HEAD");
        exchange.sendResponseHeaders(UNAVAILABLE, noBody ? -1 : body.length);
        if (!noBody) {
            exchange.getResponseBody().write(body);
        }
        exchange.close();
        if (failure && !health) {
            failureTold.countDown();
        }
    }

    private String html(boolean failure) {
        return """
                <!doctype html><html lang="en"><head><meta charset="utf-8"><title>Hospital DICOM Viewer Pro</title>
                <meta name="viewport" content="width=device-width, initial-scale=1">
                <noscript><meta http-equiv="refresh" content="%1$s"></noscript>
                <style>body{font:1.1rem/1.5 system-ui,sans-serif;display:grid;place-content:center;min-height:90vh;
                margin:1rem;color:#17202a;background:#f4f6f8;text-align:center}h1{font-size:1.5rem}main{max-width:44rem}
                @media (prefers-color-scheme:dark){body{color:#e8edf2;background:#12181f}}</style></head>
                <body><main%3$s><h1>Hospital DICOM Viewer Pro %2$s</h1><p role="status">%4$s</p>
                <p id="next">%5$s</p></main><script>
                // Nobody answers for some seconds between this page and the screens: the page asks on.
                const main = document.querySelector('main');
                const show = (part, text) => { main.querySelector(part).textContent = text; };
                let silences = 0;
                setInterval(async () => {
                  try {
                    const answer = await fetch('/actuator/health', {cache: 'no-store'});
                    if (answer.ok) location.reload();
                    const page = await fetch(location.href, {cache: 'no-store'});
                    const html = new DOMParser().parseFromString(await page.text(), 'text/html');
                    const now = html.querySelector('main:has(#next)');
                    silences = 0;
                    // Behind a proxy the screens, and their health too, may have a path of their own.
                    if (!now && page.ok && answer.status === 404) location.reload();
                    if (!now) return;
                    for (const part of ['h1', '[role=status]', '#next']) show(part, now.querySelector(part).textContent);
                    main.toggleAttribute('data-failed', now.hasAttribute('data-failed'));
                  } catch {
                    if (++silences < 40 || main.hasAttribute('data-failed')) return;
                    show('h1', 'Hospital DICOM Viewer Pro does not answer');
                    show('[role=status]', 'It said nothing for a minute. It may have been stopped, or its start failed: '
                      + 'the window in which it was started says why, or logs/viewer.log in its home folder.');
                    show('#next', 'When it is started again, this page changes to the login by itself.');
                  }
                }, 1500);
                </script></body></html>
                """.formatted(RELOAD_SECONDS, failure ? "could not start" : "is getting ready",
                failure ? " data-failed" : "", HtmlUtils.htmlEscape(text.get()), failure
                        ? "Nothing is lost. Start it again when that is mended; this page then changes to the login by itself."
                        : "This page changes to the login by itself. The images are safe meanwhile; scanners send again later.");
    }

    /**
     * A server that is given no time closes the connections it knows, and forgets one that it accepts at that moment: its
     * browser would wait for ever. Without requests under way it takes no second, but a moment.
     */
    @Override
    public void close() {
        synchronized (GettingReadyPage.class) {
            if (shown == this) {
                shown = null;
            }
        }
        server.stop(1);
    }
}
