package org.hospitalviewer.appliance;

import org.hospitalviewer.access.AuditLog;
import org.hospitalviewer.appliance.secret.SecretUnreadableException;
import org.hospitalviewer.appliance.secret.Secrets;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Service;

/** The password, or token, for the server of the REMOTE mode: kept as a secret, or given in the environment. */
@Service
public class RemotePassword {

    private static final Logger LOG = LoggerFactory.getLogger(RemotePassword.class);
    private static final String NAME = "remote-archive-password";

    private final Secrets secrets;
    private final AuditLog audit;
    private final String given;
    private volatile String kept;

    RemotePassword(Secrets secrets, AuditLog audit, ViewerSettings settings) {
        this.secrets = secrets;
        this.audit = audit;
        this.given = settings.remote().password();
    }

    /** The password that counts now; empty when there is none. */
    public String current() {
        if (!given.isEmpty()) {
            return given;
        }
        if (kept == null) {
            kept = read();
        }
        return kept;
    }

    private String read() {
        try {
            return secrets.get(NAME).orElse("");
        } catch (SecretUnreadableException e) {
            LOG.error("{}", e.getMessage());
            return "";
        }
    }

    /** Whether one is kept as a secret. */
    public boolean isSet() {
        return secrets.has(NAME);
    }

    /** Whether the environment or the command line gives one, which wins. */
    public boolean isGiven() {
        return !given.isEmpty();
    }

    /** Keeps the password; an empty one removes it. It counts at once. */
    public synchronized void change(String password) {
        if (password.isEmpty()) {
            secrets.remove(NAME);
        } else {
            secrets.put(NAME, password);
        }
        kept = password;
        audit.record("CHANGE_SECRET", "SECRET", NAME, AuditLog.Result.SUCCESS);
    }
}
