package org.hospitalviewer.appliance;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.web.util.HtmlUtils;

/** Answers every request with 503 and how far the start is, as long as the screens are not there. */
final class GettingReadyPage implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(GettingReadyPage.class);
    private static final int UNAVAILABLE = 503;
    private static final String RELOAD_SECONDS = "3";
    private static final String HEALTH = "/actuator/health";

    /** The one that is open. Whoever has something to tell while it is, tells it there. */
    private static volatile GettingReadyPage shown;

    private final HttpServer server;
    private volatile Supplier<String> text;

    private GettingReadyPage(HttpServer server, Supplier<String> text) {
        this.server = server;
        this.text = text;
    }

    /** Null when the port cannot be had; the terminal tells, too. */
    static GettingReadyPage open(String address, int port, Supplier<String> text) {
        GettingReadyPage there = shown;
        if (there != null) {
            there.text = text;
            return there;
        }
        try {
            HttpServer server = HttpServer.create(new InetSocketAddress(address, port), 0);
            GettingReadyPage page = new GettingReadyPage(server, text);
            server.createContext("/", page::answer);
            server.start();
            shown = page;
            return page;
        } catch (IOException e) {
            LOG.warn("No page can tell of the start at port {}: {}", port, e.getMessage());
            return null;
        }
    }

    /** Closes the one that is open, if any. */
    static void closeShown() {
        GettingReadyPage there = shown;
        if (there != null) {
            there.close();
        }
    }

    private void answer(HttpExchange exchange) throws IOException {
        boolean health = exchange.getRequestURI().getPath().equals(HEALTH);
        byte[] body = (health ? "{\"status\":\"OUT_OF_SERVICE\"}" : html()).getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().set("Content-Type", health ? "application/json" : "text/html; charset=utf-8");
        exchange.getResponseHeaders().set("Cache-Control", "no-store");
        exchange.getResponseHeaders().set("Retry-After", RELOAD_SECONDS);
        boolean noBody = exchange.getRequestMethod().equals("HEAD");
        exchange.sendResponseHeaders(UNAVAILABLE, noBody ? -1 : body.length);
        if (!noBody) {
            exchange.getResponseBody().write(body);
        }
        exchange.close();
    }

    private String html() {
        return """
                <!doctype html><html lang="en"><head><meta charset="utf-8"><title>Getting ready</title>
                <meta name="viewport" content="width=device-width, initial-scale=1">
                <noscript><meta http-equiv="refresh" content="%s"></noscript>
                <style>body{font:1.1rem/1.5 system-ui,sans-serif;display:grid;place-content:center;min-height:90vh;
                margin:1rem;color:#17202a;background:#f4f6f8;text-align:center}h1{font-size:1.5rem}
                @media (prefers-color-scheme:dark){body{color:#e8edf2;background:#12181f}}</style></head>
                <body><main><h1>Hospital DICOM Viewer Pro is getting ready</h1><p role="status">%s</p>
                <p>This page changes to the login by itself. The images are safe meanwhile; scanners send again later.</p>
                </main><script>
                // Nobody answers for some seconds between this page and the screens: the page asks on.
                setInterval(async () => {
                  try {
                    const answer = await fetch('/actuator/health', {cache: 'no-store'});
                    if (answer.ok) location.reload();
                    const text = new DOMParser().parseFromString(await (await fetch('/')).text(), 'text/html');
                    document.querySelector('[role=status]').textContent = text.querySelector('[role=status]').textContent;
                  } catch { return; }
                }, 1500);
                </script></body></html>
                """.formatted(RELOAD_SECONDS, HtmlUtils.htmlEscape(text.get()));
    }

    @Override
    public void close() {
        shown = null;
        server.stop(0);
    }
}
