package org.hospitalviewer.ingest.upload;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** Goes on with whole uploads after a start, and deletes what was left lying. */
@Component
class UploadUpkeep {

    private static final Logger LOG = LoggerFactory.getLogger(UploadUpkeep.class);
    private static final Duration KEPT = Duration.ofDays(1);

    private final Uploads uploads;

    UploadUpkeep(Uploads uploads) {
        this.uploads = uploads;
    }

    @EventListener(ApplicationReadyEvent.class)
    void started() {
        try {
            uploads.resume();
        } catch (IOException e) {
            LOG.error("Uploads from before the start cannot be gone on with: {}", e.getMessage());
        }
        lookAfter();
    }

    @Scheduled(initialDelay = 3_600_000, fixedDelay = 3_600_000)
    void lookAfter() {
        try {
            uploads.forgetUntouchedSince(Instant.now().minus(KEPT));
        } catch (IOException e) {
            LOG.warn("Old uploads cannot be deleted now: {}", e.getMessage());
        }
    }
}
