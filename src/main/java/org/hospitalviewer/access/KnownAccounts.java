package org.hospitalviewer.access;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Function;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * Accounts as they were read last, so that programs with Basic authentication do not pay for a look into the database at
 * each request. Forgotten whenever a user changes.
 */
final class KnownAccounts {

    private static final int MOST = 1_000;

    private final Map<String, Account> known = new LinkedHashMap<>() {
        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Account> eldest) {
            return size() > MOST;
        }
    };
    private long changes;

    /** Reads an account unless it is known; what was read while somebody changed users is not kept. */
    Account get(String username, Function<String, Account> read) {
        long before;
        synchronized (this) {
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

    private synchronized void keep(Account account, String username, long before) {
        if (changes == before) {
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
