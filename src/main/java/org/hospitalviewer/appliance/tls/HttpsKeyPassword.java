package org.hospitalviewer.appliance.tls;

import org.hospitalviewer.access.AuditLog;
import org.hospitalviewer.appliance.secret.Secrets;
import org.springframework.stereotype.Service;

/** The password of the given certificate's key, kept as a secret. */
@Service
public class HttpsKeyPassword {

    static final String NAME = "https-key-password";

    private final Secrets secrets;
    private final AuditLog audit;

    HttpsKeyPassword(Secrets secrets, AuditLog audit) {
        this.secrets = secrets;
        this.audit = audit;
    }

    public boolean isSet() {
        return secrets.has(NAME);
    }

    /** Keeps the password; an empty one removes it. It counts from the next start. */
    public void change(String password) {
        if (password.isEmpty()) {
            secrets.remove(NAME);
        } else {
            secrets.put(NAME, password);
        }
        audit.record("CHANGE_SECRET", "SECRET", NAME, AuditLog.Result.SUCCESS);
    }
}
