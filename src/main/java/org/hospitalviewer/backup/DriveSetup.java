package org.hospitalviewer.backup;

import java.net.URI;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import org.hospitalviewer.access.AuditLog;
import org.hospitalviewer.backup.drive.ConsentRefusedException;
import org.hospitalviewer.backup.drive.Consents;
import org.hospitalviewer.backup.drive.GoogleAccount;
import org.hospitalviewer.backup.drive.GoogleClient;
import org.springframework.core.env.Environment;
import org.springframework.stereotype.Service;

/** Connects the backups with a Google Drive, and parts them again. */
@Service
public class DriveSetup {

    private static final Set<String> THIS_COMPUTER = Set.of("localhost", "127.0.0.1", "[::1]");

    private final GoogleAccount account;
    private final Consents consents;
    private final Backups backups;
    private final BackupTable table;
    private final AuditLog audit;
    private final Environment environment;
    private volatile String refusal = "";
    private final List<Runnable> listeners = new CopyOnWriteArrayList<>();

    DriveSetup(GoogleAccount account, Consents consents, Backups backups, BackupTable table, AuditLog audit,
               Environment environment) {
        this.account = account;
        this.consents = consents;
        this.backups = backups;
        this.table = table;
        this.audit = audit;
        this.environment = environment;
    }

    public GoogleAccount.State state() {
        return account.state();
    }

    /** Whether a client secret is kept; it is never shown but on the recovery sheet. */
    public boolean hasSecret() {
        return !account.client().secret().isEmpty();
    }

    /** What belongs on the recovery sheet beside the key: only this client sees its files. Empty while Drive is not used. */
    public Optional<GoogleClient> clientForPaper() {
        return table.configuration().drive() ? Optional.of(account.client()) : Optional.empty();
    }

    /** Why the last connection came to nothing, in a sentence; empty when another one was begun or made since. */
    public String refusal() {
        return refusal;
    }

    /**
     * Keeps the clinic's client at Google. Another one than before ends the connection.
     *
     * @param secret empty to leave the one that is kept
     * @throws InvalidGoogleClientException when it cannot be one; nothing is changed
     */
    public void keepClient(String id, String secret) {
        GoogleClient before = account.client();
        GoogleClient wanted = new GoogleClient(id.strip(), secret.isBlank() && before.id().equals(id.strip()) ? before.secret()
                : secret.strip());
        wanted.problem().ifPresent(problem -> {
            throw new InvalidGoogleClientException(problem);
        });
        if (!wanted.equals(before)) {
            account.keep(wanted);
            audit.record("CONFIGURE_GOOGLE_DRIVE", "BACKUP", wanted.id(), AuditLog.Result.SUCCESS);
            changed();
        }
    }

    /**
     * Names the folder in Google Drive.
     *
     * @throws InvalidBackupException when it cannot be the name of one
     */
    public void keepFolder(String name) {
        BackupConfiguration.requireDriveFolder(name.strip());
        BackupConfiguration now = table.configuration();
        table.put(now.withDrive(now.drive(), name.strip()));
    }

    /**
     * Begins to connect; the visitor is to open the address that is returned.
     *
     * @param visitor tells visitors apart, such as their session
     * @param host    by which the visitor reached the appliance
     * @throws InvalidGoogleClientException when no client is kept
     */
    public URI begin(String visitor, String host) {
        GoogleClient client = account.client();
        client.problem().ifPresent(problem -> {
            throw new InvalidGoogleClientException(problem);
        });
        refusal = "";
        return consents.begin(client, visitor, redirect(host));
    }

    /** Google sends people back only to the computer that they sit at; the cookie goes only to the name that gave it. */
    URI redirect(String host) {
        return URI.create("http://" + (THIS_COMPUTER.contains(host) ? host : "127.0.0.1") + ":"
                + environment.getProperty("local.server.port") + Consents.CALLBACK);
    }

    /**
     * Connects with Google's answer, and uses Google Drive from now on.
     *
     * @throws ConsentRefusedException when that does not work, with the reason in a sentence
     */
    public void finish(String visitor, Consents.Answer answer) throws ConsentRefusedException {
        boolean first = !account.state().isConnected();
        try {
            account.connect(consents.finish(visitor, answer));
        } catch (ConsentRefusedException e) {
            refusal = e.getMessage();
            changed();
            audit.record("CONNECT_GOOGLE_DRIVE", "BACKUP", e.getMessage(), AuditLog.Result.FAILED);
            throw e;
        }
        audit.record("CONNECT_GOOGLE_DRIVE", "BACKUP", account.state().account(), AuditLog.Result.SUCCESS);
        BackupConfiguration now = table.configuration();
        backups.configure(now.withDrive(true, now.driveFolder()));
        refusal = "";
        if (first) {
            // The paper lacks the client.
            table.keyNoted(null);
        }
        changed();
    }

    /**
     * Ends the connection; backups in Google Drive stay there.
     *
     * @return whether Google ended it too
     */
    public boolean disconnect() {
        String name = account.state().account();
        boolean atGoogle = account.disconnect();
        BackupConfiguration now = table.configuration();
        table.put(now.withDrive(false, now.driveFolder()));
        audit.record("DISCONNECT_GOOGLE_DRIVE", "BACKUP", name, AuditLog.Result.SUCCESS);
        changed();
        return atGoogle;
    }

    /** Calls the listener after each change; returns what ends it. */
    public Runnable subscribe(Runnable listener) {
        listeners.add(listener);
        return () -> listeners.remove(listener);
    }

    private void changed() {
        listeners.forEach(Runnable::run);
    }
}
