package org.hospitalviewer.access;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Function;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * Accounts as they were read last, so that programs with Basic authentication do not pay for a look into the database at
 * each request. Forgotten whenever a user changes, and after minutes: an administrator may help himself with SQL.
 */
final class KnownAccounts {

    private static final int MOST = 1_000;
    private static final Duration KEPT_FOR = Duration.ofMinutes(5);

    private final Clock clock;
    private Instant keptSince = Instant.EPOCH;

    private final Map<String, Account> known = new LinkedHashMap<>() {
        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Account> eldest) {
            return size() > MOST;
        }
    };
    private long changes;

    KnownAccounts(Clock clock) {
        this.clock = clock;
    }

    /** Reads an account unless it is known; what was read while somebody changed users is not kept. */
    Account get(String username, Function<String, Account> read) {
        long before;
        synchronized (this) {
            forgetOld();
            Account account = known.get(username);
            if (account != null) {
                return account;
            }
            before = changes;
        }
        Account account = read.apply(username);
        keep(account, username, before);
        return account;
    }

    private void forgetOld() {
        Instant now = clock.instant();
        if (now.isAfter(keptSince.plus(KEPT_FOR))) {
            known.clear();
            keptSince = now;
        }
    }

    /** Not under another spelling, which the database may take for the same name: there are too many of those. */
    private synchronized void keep(Account account, String username, long before) {
        if (changes == before && account.username().equals(username)) {
            known.put(username, account);
        }
    }

    /** To be called after each change: now, and again when the transaction under way has shown it to everybody. */
    void forget() {
        clear();
        if (TransactionSynchronizationManager.isSynchronizationActive()) {
            TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
                @Override
                public void afterCompletion(int status) {
                    clear();
                }
            });
        }
    }

    private synchronized void clear() {
        changes++;
        known.clear();
    }
}
