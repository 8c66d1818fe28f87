package org.hospitalviewer.appliance.secret;

import java.util.Optional;
import org.hospitalviewer.appliance.Home;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;

/** Passwords and tokens that the appliance needs for other systems, encrypted at rest. */
@Service
public class Secrets {

    private static final int MAX_LENGTH = 4_000;

    private final JdbcClient jdbc;
    private final SecretKeyFile keyFile;

    @Autowired
    Secrets(JdbcClient jdbc, Home home) {
        this(jdbc, new SecretKeyFile(home.config().resolve("secret.key")));
    }

    Secrets(JdbcClient jdbc, SecretKeyFile keyFile) {
        this.jdbc = jdbc;
        this.keyFile = keyFile;
    }

    /**
     * Keeps a secret, in the place of an older one of this name. The first one makes the key file.
     *
     * @param name  lower-case letters and dashes, at most 100
     * @param value at most 4000 characters
     * @throws SecretUnreadableException when the key file is damaged, or missing although secrets are kept with it
     */
    public synchronized void put(String name, String value) {
        if (!name.matches("[a-z0-9-]{1,100}") || value.length() > MAX_LENGTH) {
            throw new IllegalArgumentException("Not a name or value of a secret: " + name);
        }
        byte[] box = new SecretBox(keyFile.read().orElseGet(this::firstKey)).seal(name, value);
        jdbc.sql("REPLACE INTO secrets (name, value) VALUES (?, ?)").params(name, box).update();
    }

    private byte[] firstKey() {
        if (jdbc.sql("SELECT COUNT(*) FROM secrets").query(Long.class).single() > 0) {
            throw missing();
        }
        return keyFile.create();
    }

    /**
     * The secret; empty when there is none of this name.
     *
     * @throws SecretUnreadableException when the key is missing or another one, or the value was tampered with
     */
    public synchronized Optional<String> get(String name) {
        return jdbc.sql("SELECT value FROM secrets WHERE name = ?").param(name).query(byte[].class).optional()
                .map(box -> new SecretBox(keyFile.read().orElseThrow(this::missing)).open(name, box));
    }

    /** Whether a secret is kept, be it readable or not. */
    public boolean has(String name) {
        return jdbc.sql("SELECT COUNT(*) FROM secrets WHERE name = ?").param(name).query(Long.class).single() > 0;
    }

    /** Forgets a secret, also one that cannot be read any more. */
    public synchronized void remove(String name) {
        jdbc.sql("DELETE FROM secrets WHERE name = ?").param(name).update();
    }

    private SecretUnreadableException missing() {
        return new SecretUnreadableException("The key file " + keyFile.path() + " is missing, without which the stored "
                + "secrets cannot be read. Put it back, or remove the secrets and enter them again.");
    }
}
