package org.hospitalviewer.demo;

import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.hospitalviewer.appliance.Home;
import org.hospitalviewer.appliance.NetworkService;
import org.hospitalviewer.appliance.OnlyInEmbeddedMode;
import org.hospitalviewer.appliance.ViewerSettings;
import org.hospitalviewer.archive.Archive;
import org.hospitalviewer.archive.ArchiveQuery;
import org.hospitalviewer.archive.Match;
import org.hospitalviewer.archive.QueryLevel;
import org.hospitalviewer.dicom.data.Tag;
import org.hospitalviewer.dicom.net.SentFile;
import org.hospitalviewer.dicom.net.StoreScu;
import org.hospitalviewer.dicom.net.Target;
import org.hospitalviewer.dicom.net.Timeouts;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Makes the demo studies that are not there yet and sends them to the appliance's own DICOM port, as a scanner would. */
@Component
@ConditionalOnProperty("viewer.demo")
@OnlyInEmbeddedMode
class DemoStudies {

    private static final Logger LOG = LoggerFactory.getLogger(DemoStudies.class);
    private static final String AE_TITLE = "DEMO_SCANNER";

    private final Archive archive;
    private final Home home;
    private final ViewerSettings settings;
    private final NetworkService node;

    DemoStudies(Archive archive, Home home, ViewerSettings settings, NetworkService node) {
        this.archive = archive;
        this.home = home;
        this.settings = settings;
        this.node = node;
    }

    private interface Phantom {
        void write(DemoFiles files) throws IOException;
    }

    /** By Patient ID, the quickest first. */
    private static Map<String, Phantom> phantoms() {
        Map<String, Phantom> phantoms = new LinkedHashMap<>();
        phantoms.put("DEMO-CR-CHEST", Radiograph::write);
        phantoms.put("DEMO-MR-HEAD", Slices::writeHeadMr);
        phantoms.put("DEMO-US-HEART", UltrasoundLoop::write);
        phantoms.put("DEMO-CT-HEAD", Slices::writeHeadCt);
        phantoms.put("DEMO-CT-CHEST", Slices::writeChestCt);
        return phantoms;
    }

    @EventListener(ApplicationReadyEvent.class)
    void start() {
        Thread.ofPlatform().daemon().name("demo").start(() -> phantoms().forEach(this::provide));
    }

    private void provide(String patientId, Phantom phantom) {
        ArchiveQuery present = ArchiveQuery.of(QueryLevel.STUDY, List.of(new Match.Equal(Tag.PatientID, patientId)), 0, 1);
        try (DemoFiles files = new DemoFiles(home.cache())) {
            if (archive.count(present) == 0) {
                phantom.write(files);
                send(files);
            }
        } catch (IOException | RuntimeException e) {
            LOG.error("The demo study {} could not be stored", patientId, e);
        }
    }

    private void send(DemoFiles files) throws IOException {
        List<SentFile> failed = new ArrayList<>();
        String host = settings.bind() == null || settings.bind().isBlank() ? "127.0.0.1" : settings.bind();
        new StoreScu(new Target(host, node.port(), settings.aeTitle()), AE_TITLE, Timeouts.USUAL)
                .send(files.paths(), sent -> {
                    if (!sent.isDone()) {
                        failed.add(sent);
                    }
                });
        if (!failed.isEmpty()) {
            throw new IOException(failed.size() + " files were not taken: " + failed.getFirst());
        }
    }
}
