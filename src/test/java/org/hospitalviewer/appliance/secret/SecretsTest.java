package org.hospitalviewer.appliance.secret;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.hospitalviewer.ApplianceTest;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Secrets on the appliance's database, with a key file of the tests' own. */
@ApplianceTest
class SecretsTest {

    private static final String PASSWORD = "pässwörd-漢-😀";

    @Autowired
    private JdbcClient jdbc;
    @TempDir
    private Path folder;
    private SecretKeyFile keyFile;
    private Secrets secrets;

    @BeforeEach
    @AfterEach
    void forgetAll() {
        jdbc.sql("DELETE FROM secrets").update();
        keyFile = new SecretKeyFile(folder.resolve("secret.key"));
        secrets = new Secrets(jdbc, keyFile);
    }

    private byte[] stored(String name) {
        return jdbc.sql("SELECT value FROM secrets WHERE name = ?").param(name).query(byte[].class).single();
    }

    private void store(String name, byte[] value) {
        jdbc.sql("UPDATE secrets SET value = ? WHERE name = ?").params(value, name).update();
    }

    @Test
    void aSecretComesBackAndIsNowhereInTheDatabase() {
        secrets.put("ftp-password", PASSWORD);
        assertThat(secrets.get("ftp-password")).contains(PASSWORD);
        assertThat(new Secrets(jdbc, keyFile).get("ftp-password")).as("after a restart").contains(PASSWORD);
        assertThat(new String(stored("ftp-password"), StandardCharsets.UTF_8)).doesNotContain("ssw", "漢");
        byte[] first = stored("ftp-password");
        secrets.put("ftp-password", PASSWORD);
        assertThat(stored("ftp-password")).as("each time another nonce").isNotEqualTo(first);
        secrets.put("ftp-password", "");
        assertThat(secrets.get("ftp-password")).contains("");
        secrets.remove("ftp-password");
        assertThat(secrets.get("ftp-password")).isEmpty();
        assertThat(secrets.has("ftp-password")).isFalse();
    }

    @Test
    void theKeyFileIsForItsOwnerOnly() throws IOException {
        secrets.put("a", "b");
        assertThat(keyFile.read().orElseThrow()).hasSize(32);
        if (FileSystems.getDefault().supportedFileAttributeViews().contains("posix")) {
            assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(keyFile.path())))
                    .isEqualTo("rw-------");
        }
        assertThat(folder.toFile().list()).containsExactly("secret.key");
    }

    @Test
    void everyChangedBitIsNoticed() {
        secrets.put("token", "x");
        byte[] whole = stored("token");
        for (int bit = 0; bit < whole.length * 8; bit++) {
            byte[] changed = whole.clone();
            changed[bit / 8] ^= (byte) (1 << bit % 8);
            store("token", changed);
            assertThatThrownBy(() -> secrets.get("token")).as("bit " + bit)
                    .isInstanceOf(SecretUnreadableException.class).hasMessageContaining("'token'");
        }
        store("token", new byte[0]);
        assertThatThrownBy(() -> secrets.get("token")).isInstanceOf(SecretUnreadableException.class);
    }

    @Test
    void aValueCannotBePutUnderAnotherName() {
        secrets.put("one", "first");
        secrets.put("two", "second");
        store("two", stored("one"));
        assertThatThrownBy(() -> secrets.get("two")).hasMessageContaining("damaged");
    }

    @Test
    void anotherKeyIsToldAndTheOldOneHelpsAgain() throws IOException {
        secrets.put("token", "x");
        byte[] original = Files.readAllBytes(keyFile.path());
        Files.delete(keyFile.path());
        assertThatThrownBy(() -> secrets.get("token")).hasMessageContaining("is missing").hasMessageContaining("secret.key");
        assertThatThrownBy(() -> secrets.put("other", "y")).as("a new key would shut the old secrets for ever")
                .isInstanceOf(SecretUnreadableException.class).hasMessageContaining("is missing");
        keyFile.create();
        assertThatThrownBy(() -> secrets.get("token")).hasMessageContaining("another key");
        Files.write(keyFile.path(), original);
        assertThat(secrets.get("token")).contains("x");
    }

    @Test
    void aDamagedKeyFileIsASentenceAndNoCrash() throws IOException {
        secrets.put("token", "x");
        for (String content : new String[] {"", "short", "!!! no base64 !!!", "A".repeat(100_000)}) {
            Files.writeString(keyFile.path(), content);
            assertThatThrownBy(() -> secrets.get("token")).isInstanceOf(SecretUnreadableException.class)
                    .hasMessageContaining("Put the original file back");
        }
        secrets.remove("token");
        Files.delete(keyFile.path());
        secrets.put("token", "again");
        assertThat(secrets.get("token")).contains("again");
    }
}
