package org.hospitalviewer.backup.images;

import org.hospitalviewer.appliance.secret.Secrets;
import org.hospitalviewer.backup.file.RecoveryKey;
import org.springframework.stereotype.Component;

/**
 * The key of the packs. It is not the recovery key: that may be exchanged, while a pack serves the backups of years. It is
 * made once, and every backup with images holds it, so that whoever opens a backup can open its packs.
 */
@Component
class PackKeys {

    static final String SECRET = "backup-pack-key";

    private final Secrets secrets;

    PackKeys(Secrets secrets) {
        this.secrets = secrets;
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
        return key;
    }
}
