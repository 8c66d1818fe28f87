package org.hospitalviewer;

import java.io.IOException;
import java.io.UncheckedIOException;
import org.hospitalviewer.peers.Orthanc;
import org.springframework.boot.test.util.TestPropertyValues;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.event.ContextClosedEvent;

/** An Orthanc that asks for a password, and an appliance that knows it. */
public final class BesideOrthanc implements ApplicationContextInitializer<ConfigurableApplicationContext> {

    public static final String USER = "viewer";
    public static final String PASSWORD = "a-password-of-its-own";

    private static Orthanc orthanc;

    /** The Orthanc of the running tests. */
    public static Orthanc orthanc() {
        return orthanc;
    }

    @Override
    public void initialize(ConfigurableApplicationContext context) {
        try {
            orthanc = Orthanc.startWithUser(USER, PASSWORD);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        TestPropertyValues.of("viewer.archive-mode=REMOTE", "viewer.remote.url=" + orthanc.dicomWeb(),
                "viewer.remote.user=" + USER, "viewer.remote.password=" + PASSWORD,
                "viewer.remote.dicom=true").applyTo(context);
        context.addApplicationListener(event -> {
            if (event instanceof ContextClosedEvent) {
                close();
            }
        });
    }

    private static void close() {
        try {
            orthanc.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
