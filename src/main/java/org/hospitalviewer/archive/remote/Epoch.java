package org.hospitalviewer.archive.remote;

import java.util.concurrent.atomic.AtomicLong;

/** Counts moments at which answers that were given before stop being true. */
final class Epoch {

    private final AtomicLong number = new AtomicLong();

    long now() {
        return number.get();
    }

    void next() {
        number.incrementAndGet();
    }
}
