package org.hospitalviewer.access;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.springframework.security.crypto.password.PasswordEncoder;

/**
 * Remembers for a short time that a password fits a hash, so that programs with Basic authentication do not pay for
 * bcrypt at each request. Kept is only a digest under a key that dies with the process; it covers the stored hash, so a
 * changed password is forgotten at once.
 */
final class RememberingPasswordEncoder implements PasswordEncoder {

    private static final String MAC = "HmacSHA256";
    private static final int MAX_REMEMBERED = 1_000;
    private static final Duration REMEMBERED_FOR = Duration.ofMinutes(5);

    private final PasswordEncoder slow;
    private final Clock clock;
    private final SecretKeySpec key;
    private final Map<String, Instant> verified = new LinkedHashMap<>() {
        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Instant> eldest) {
            return size() > MAX_REMEMBERED;
        }
    };

    RememberingPasswordEncoder(PasswordEncoder slow, Clock clock) {
        this.slow = slow;
        this.clock = clock;
        byte[] random = new byte[32];
        new SecureRandom().nextBytes(random);
        this.key = new SecretKeySpec(random, MAC);
    }

    @Override
    public String encode(CharSequence password) {
        return slow.encode(password);
    }

    @Override
    public boolean matches(CharSequence password, String hash) {
        String digest = digest(password, hash);
        if (isRemembered(digest)) {
            return true;
        }
        boolean matches = slow.matches(password, hash);
        if (matches) {
            remember(digest);
        }
        return matches;
    }

    @Override
    public boolean upgradeEncoding(String hash) {
        return slow.upgradeEncoding(hash);
    }

    private synchronized boolean isRemembered(String digest) {
        Instant since = verified.get(digest);
        return since != null && clock.instant().isBefore(since.plus(REMEMBERED_FOR));
    }

    private synchronized void remember(String digest) {
        verified.remove(digest);
        verified.put(digest, clock.instant());
    }

    private String digest(CharSequence password, String hash) {
        try {
            Mac mac = Mac.getInstance(MAC);
            mac.init(key);
            mac.update(hash.getBytes(StandardCharsets.UTF_8));
            mac.update((byte) 0);
            byte[] digest = mac.doFinal(password.toString().getBytes(StandardCharsets.UTF_8));
            return Base64.getEncoder().encodeToString(digest);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Every Java has " + MAC, e);
        }
    }
}
