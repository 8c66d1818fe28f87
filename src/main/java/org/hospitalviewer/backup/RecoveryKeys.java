package org.hospitalviewer.backup;

import java.time.Instant;
import java.util.Optional;
import org.hospitalviewer.access.AuditLog;
import org.hospitalviewer.appliance.secret.Secrets;
import org.hospitalviewer.backup.file.RecoveryKey;
import org.springframework.stereotype.Service;

/** The recovery key: made here, shown until somebody has it on paper, then never again. */
@Service
public class RecoveryKeys {

    /** Name of the secret. */
    public static final String SECRET = "backup-recovery-key";

    private final Secrets secrets;
    private final BackupTable table;
    private final AuditLog audit;

    RecoveryKeys(Secrets secrets, BackupTable table, AuditLog audit) {
        this.secrets = secrets;
        this.table = table;
        this.audit = audit;
    }

    /**
     * The key, made when it is first needed.
     *
     * @throws org.hospitalviewer.appliance.secret.SecretUnreadableException when it cannot be decrypted
     */
    synchronized RecoveryKey present() {
        return secrets.get(SECRET).map(RecoveryKey::new).orElseGet(this::make);
    }

    private RecoveryKey make() {
        RecoveryKey key = RecoveryKey.random();
        secrets.put(SECRET, key.text());
        table.keyNoted(null);
        audit.record("MAKE_RECOVERY_KEY", "BACKUP", key.id(), AuditLog.Result.SUCCESS);
        return key;
    }

    /** Whether a key was made and nobody said to have it on paper. */
    public boolean isToBeNoted() {
        return secrets.has(SECRET) && table.marks().keyNotedAt() == null;
    }

    /** The key for paper; empty when it was noted before. */
    public Optional<RecoveryKey> show() {
        if (!isToBeNoted()) {
            return Optional.empty();
        }
        audit.record("SHOW_RECOVERY_KEY", "BACKUP", present().id(), AuditLog.Result.SUCCESS);
        return Optional.of(present());
    }

    /** Somebody has it on paper. */
    public void noted() {
        table.keyNoted(Instant.now());
        audit.record("NOTE_RECOVERY_KEY", "BACKUP", present().id(), AuditLog.Result.SUCCESS);
    }

    /** Another key for backups from now on; those made before need the one before. */
    public synchronized RecoveryKey another() {
        secrets.remove(SECRET);
        return make();
    }
}
