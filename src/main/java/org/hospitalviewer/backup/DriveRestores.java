package org.hospitalviewer.backup;

import java.io.IOException;
import java.net.URI;
import java.util.List;
import org.hospitalviewer.access.FirstAdministrator;
import org.hospitalviewer.appliance.Home;
import org.hospitalviewer.backup.drive.ConsentRefusedException;
import org.hospitalviewer.backup.drive.Consents;
import org.hospitalviewer.backup.drive.DriveCredentials;
import org.hospitalviewer.backup.drive.GoogleAccount;
import org.hospitalviewer.backup.drive.GoogleClient;
import org.hospitalviewer.backup.target.Fetched;
import org.hospitalviewer.backup.target.Scratch;
import org.hospitalviewer.backup.target.StoredBackup;
import org.springframework.stereotype.Service;

/**
 * Backups in Google Drive before there is a user: nothing of the connection is kept here, the restored appliance brings its
 * own.
 */
@Service
public class DriveRestores {

    private final FirstAdministrator firstAdministrator;
    private final Consents consents;
    private final GoogleAccount google;
    private final DriveSetup setup;
    private final Home home;

    DriveRestores(FirstAdministrator firstAdministrator, Consents consents, GoogleAccount google, DriveSetup setup, Home home) {
        this.firstAdministrator = firstAdministrator;
        this.consents = consents;
        this.google = google;
        this.setup = setup;
        this.home = home;
    }

    /**
     * Begins to connect; the visitor is to open the address that is returned.
     *
     * @param visitor tells visitors apart, such as their session
     * @param host    by which the visitor reached the appliance
     * @throws InvalidGoogleClientException when it cannot be a client
     */
    public URI begin(GoogleClient client, String visitor, String host) {
        requireFirstStart();
        client.problem().ifPresent(problem -> {
            throw new InvalidGoogleClientException(problem);
        });
        return consents.begin(client, visitor, setup.redirect(host));
    }

    /**
     * What Google's answer opens.
     *
     * @throws ConsentRefusedException when it opens nothing, with the reason in a sentence
     */
    public DriveCredentials finish(String visitor, Consents.Answer answer) throws ConsentRefusedException {
        requireFirstStart();
        return consents.finish(visitor, answer);
    }

    /** The backups in a folder there, the newest first. */
    public List<StoredBackup> list(DriveCredentials credentials, String folder) throws IOException {
        requireFirstStart();
        return google.target(credentials, folder).list();
    }

    /** Fetches one, to be closed after use. */
    public Fetched fetch(DriveCredentials credentials, String folder, String name) throws IOException {
        requireFirstStart();
        return google.target(credentials, folder).get(name, Scratch.of(home));
    }

    private void requireFirstStart() {
        if (!firstAdministrator.isMissing()) {
            throw new IllegalStateException("There is an administrator already");
        }
    }
}
