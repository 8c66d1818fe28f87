package org.hospitalviewer.ingest.folder;

import java.io.IOException;
import java.nio.file.ClosedWatchServiceException;
import java.nio.file.FileSystems;
import java.nio.file.Path;
import java.nio.file.StandardWatchEventKinds;
import java.nio.file.WatchKey;
import java.nio.file.WatchService;
import java.util.HashMap;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Hears from the file system when something changes, so that nobody has to wait for the next look. Where it tells
 * nothing, as of network shares, the looks find it later.
 */
final class FolderEvents implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(FolderEvents.class);
    /** Systems allow some thousands to all programs together. */
    private static final int MAX_FOLDERS = 1_000;

    private final Runnable changed;
    private final Map<WatchKey, Path> folders = new HashMap<>();
    private WatchService service;

    /** @param changed called on a thread of its own, once for a burst or more often */
    FolderEvents(Runnable changed) {
        this.changed = changed;
        try {
            service = FileSystems.getDefault().newWatchService();
            Thread.ofPlatform().daemon().name("folder-events").start(() -> listen(service));
        } catch (IOException | UnsupportedOperationException e) {
            LOG.info("The file system tells of no changes; the folder is looked at from time to time");
        }
    }

    synchronized void follow(Path folder) {
        if (service == null || folders.size() >= MAX_FOLDERS || folders.containsValue(folder)) {
            return;
        }
        try {
            folders.put(folder.register(service, StandardWatchEventKinds.ENTRY_CREATE,
                    StandardWatchEventKinds.ENTRY_MODIFY), folder);
        } catch (IOException | ClosedWatchServiceException e) {
            LOG.debug("Changes in {} are not told", folder, e);
        }
    }

    private void listen(WatchService events) {
        try {
            while (true) {
                WatchKey key = events.take();
                key.pollEvents();
                if (!key.reset()) {
                    forget(key);
                }
                changed.run();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (ClosedWatchServiceException e) {
            LOG.debug("Nobody listens to the folder any more");
        }
    }

    private synchronized void forget(WatchKey key) {
        folders.remove(key);
    }

    @Override
    public synchronized void close() {
        try {
            if (service != null) {
                service.close();
            }
        } catch (IOException e) {
            LOG.debug("The events of the file system could not be ended", e);
        }
    }
}
