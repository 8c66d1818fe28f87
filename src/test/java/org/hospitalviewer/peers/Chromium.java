package org.hospitalviewer.peers;

import java.nio.file.Path;
import java.util.List;

/** The browser of this machine. */
public final class Chromium {
    /** Without a graphics card, without asking anybody on the network for anything. */
    public static final List<String> FLAGS = List.of("--no-sandbox", "--disable-gpu", "--disable-quic",
            "--no-first-run", "--disable-background-networking", "--disable-component-update", "--disable-sync");

    private Chromium() {
    }

    /** What people have. */
    public static Path program() {
        return Needed.program("chromium", "chromium");
    }

    /** The same engine without a window and its menus, which cost a fifth of the time of a short visit, and without PDFs. */
    public static Path withoutWindow() {
        return Needed.program("chromium-headless-shell", "chromium-headless-shell");
    }
}
