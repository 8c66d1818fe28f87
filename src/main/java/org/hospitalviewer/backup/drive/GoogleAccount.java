package org.hospitalviewer.backup.drive;

import com.google.api.client.http.GenericUrl;
import com.google.api.client.http.UrlEncodedContent;
import java.io.IOException;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.Optional;
import org.hospitalviewer.appliance.Home;
import org.hospitalviewer.appliance.secret.SecretUnreadableException;
import org.hospitalviewer.appliance.secret.Secrets;
import org.hospitalviewer.backup.drive.DriveCalls.Patience;
import org.hospitalviewer.backup.target.Scratch;
import org.hospitalviewer.backup.target.TargetUnavailableException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The account at Google that backups go to, as the database keeps it; its secrets are encrypted at rest. */
@Component
public class GoogleAccount {

    private static final Logger LOG = LoggerFactory.getLogger(GoogleAccount.class);
    private static final String CLIENT_SECRET = "google-client-secret";
    private static final String REFRESH_TOKEN = "google-refresh-token";
    private static final int MAX_ACCOUNT = 320;

    private final JdbcClient jdbc;
    private final Secrets secrets;
    private final Consents consents;
    private final Home home;

    GoogleAccount(JdbcClient jdbc, Secrets secrets, Consents consents, Home home) {
        this.jdbc = jdbc;
        this.secrets = secrets;
        this.consents = consents;
        this.home = home;
    }

    /**
     * How the connection is.
     *
     * @param clientId    empty while none is set
     * @param account     as Google calls it; empty while there is none
     * @param connectedAt null while there is none
     * @param withdrawnAt when Google refused it; null while all is well
     */
    public record State(String clientId, String account, Instant connectedAt, Instant withdrawnAt) {

        public boolean isConnected() {
            return connectedAt != null;
        }

        public boolean isWithdrawn() {
            return withdrawnAt != null;
        }
    }

    public State state() {
        return jdbc.sql("SELECT * FROM google_account WHERE id = 1").query((row, _) -> new State(row.getString("client_id"),
                row.getString("account"), instant(row, "connected_at"), instant(row, "withdrawn_at"))).single();
    }

    private static Instant instant(ResultSet row, String column) throws SQLException {
        LocalDateTime time = row.getObject(column, LocalDateTime.class);
        return time == null ? null : time.toInstant(ZoneOffset.UTC);
    }

    /** The client; its secret is empty when none is kept or when it cannot be decrypted. */
    public GoogleClient client() {
        String secret;
        try {
            secret = secrets.get(CLIENT_SECRET).orElse("");
        } catch (SecretUnreadableException e) {
            secret = "";
        }
        return new GoogleClient(state().clientId(), secret);
    }

    /** Keeps a client. A connection of another client is of no use to it and is forgotten. */
    public synchronized void keep(GoogleClient client) {
        if (!client.equals(client())) {
            forget();
            secrets.put(CLIENT_SECRET, client.secret());
            jdbc.sql("UPDATE google_account SET client_id = ? WHERE id = 1").param(client.id()).update();
        }
    }

    /**
     * Keeps a connection after trying it out.
     *
     * @throws ConsentRefusedException when Drive does not work with it; nothing is kept
     */
    public synchronized void connect(DriveCredentials credentials) throws ConsentRefusedException {
        String owner;
        try {
            owner = target(credentials, "").owner();
        } catch (IOException e) {
            throw new ConsentRefusedException(e.getMessage(), e);
        }
        secrets.put(CLIENT_SECRET, credentials.clientSecret());
        secrets.put(REFRESH_TOKEN, credentials.refreshToken());
        jdbc.sql("UPDATE google_account SET client_id = ?, account = ?, connected_at = UTC_TIMESTAMP(3), withdrawn_at = NULL "
                + "WHERE id = 1").params(credentials.clientId(), owner.substring(0, Math.min(MAX_ACCOUNT, owner.length()))).update();
    }

    /**
     * Forgets the connection here in any case, and ends it at Google where that answers.
     *
     * @return whether Google ended it
     */
    public synchronized boolean disconnect() {
        Optional<String> token;
        try {
            token = secrets.get(REFRESH_TOKEN);
        } catch (SecretUnreadableException e) {
            token = Optional.empty();
        }
        forget();
        return token.isPresent() && revoke(token.get());
    }

    private void forget() {
        secrets.remove(REFRESH_TOKEN);
        jdbc.sql("UPDATE google_account SET account = '', connected_at = NULL, withdrawn_at = NULL WHERE id = 1").update();
    }

    private boolean revoke(String token) {
        try {
            DriveConnection.TRANSPORT.createRequestFactory().buildPostRequest(new GenericUrl(consents.endpoints().revoke()),
                    new UrlEncodedContent(Map.of("token", token))).execute().disconnect();
            return true;
        } catch (IOException e) {
            LOG.warn("Google did not end the connection; it is forgotten here", e);
            return false;
        }
    }

    private void withdrawn() {
        jdbc.sql("UPDATE google_account SET withdrawn_at = UTC_TIMESTAMP(3) WHERE id = 1 AND withdrawn_at IS NULL "
                + "AND connected_at IS NOT NULL").update();
    }

    /** The folder in the connected Drive, for somebody who waits. */
    public DriveTarget target(String folder) {
        return new DriveTarget(this::open, new DriveCalls(Patience.OF_PEOPLE, () -> { }, this::withdrawn), folder,
                Scratch.of(home));
    }

    /**
     * The same for a job, which hopes longer.
     *
     * @param checkpoint throws when the job is to stop
     */
    public DriveTarget target(String folder, Runnable checkpoint) {
        return new DriveTarget(this::open, new DriveCalls(Patience.OF_JOBS, checkpoint, this::withdrawn), folder,
                Scratch.of(home));
    }

    /** A folder in a Drive that is not the connected one, such as before a restore on a new computer. */
    public DriveTarget target(DriveCredentials credentials, String folder) {
        return new DriveTarget(() -> DriveConnection.open(credentials, consents.endpoints()),
                new DriveCalls(Patience.OF_PEOPLE, () -> { }, () -> { }), folder, Scratch.of(home));
    }

    private DriveConnection open() throws IOException {
        try {
            State state = state();
            String token = secrets.get(REFRESH_TOKEN).orElseThrow(() -> new TargetUnavailableException(
                    "Google Drive is not connected. Connect it on the Backup page."));
            return DriveConnection.open(new DriveCredentials(state.clientId(), secrets.get(CLIENT_SECRET).orElse(""), token),
                    consents.endpoints());
        } catch (SecretUnreadableException e) {
            throw new TargetUnavailableException(e.getMessage(), e);
        }
    }
}
