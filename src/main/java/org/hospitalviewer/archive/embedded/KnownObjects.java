package org.hospitalviewer.archive.embedded;

import java.util.concurrent.atomic.AtomicLongArray;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * Tells that an object is certainly new, which nearly all are, without a question to the database: a Bloom filter of
 * the SOP Instance UIDs in the index and on their way there. UIDs are never taken out; one that is gone costs a question.
 */
final class KnownObjects {

    private static final Logger LOG = LoggerFactory.getLogger(KnownObjects.class);
    /** 2 MB: with a million objects one in three hundred new ones costs a question. */
    private static final int WORDS = 1 << 18;
    private static final int BITS_PER_UID = 4;
    private static final int ROWS_AT_ONCE = 10_000;
    private static final long FNV_OFFSET = 0xcbf29ce484222325L;
    private static final long FNV_PRIME = 0x100000001b3L;

    private final JdbcTemplate index;
    private final AtomicLongArray words = new AtomicLongArray(WORDS);
    private volatile boolean complete;
    private int changes;

    KnownObjects(JdbcTemplate index) {
        this.index = new JdbcTemplate(index.getDataSource());
        this.index.setFetchSize(ROWS_AT_ONCE);
    }

    void add(String sopUid) {
        long hash = hash(sopUid);
        for (int i = 0; i < BITS_PER_UID; i++) {
            int bit = bit(hash, i);
            words.accumulateAndGet(bit >>> 6, 1L << bit, (word, set) -> word | set);
        }
    }

    /** Whether nobody has stored the object; false when that is not certain. */
    boolean isNew(String sopUid) {
        if (!complete) {
            return false;
        }
        long hash = hash(sopUid);
        for (int i = 0; i < BITS_PER_UID; i++) {
            int bit = bit(hash, i);
            if ((words.get(bit >>> 6) & 1L << bit) == 0) {
                return true;
            }
        }
        return false;
    }

    /** The index changes otherwise than by what is added here: until it is read again, nothing is certain. */
    synchronized void distrust() {
        complete = false;
        changes++;
    }

    private synchronized int changes() {
        return changes;
    }

    private synchronized void complete(int changesBefore) {
        complete = changes == changesBefore;
    }

    /** Reads all UIDs of the index. */
    void read() {
        int before = changes();
        try {
            index.query("SELECT sop_uid FROM instance", row -> {
                add(row.getString(1));
            });
            complete(before);
        } catch (DataAccessException e) {
            LOG.warn("The objects of the index could not be read; each arriving one is looked up", e);
        }
    }

    private static int bit(long hash, int number) {
        return (int) (hash + number * (hash >>> 32 | 1)) & WORDS * Long.SIZE - 1;
    }

    /** FNV-1a with a last mixing, for UIDs differ in their last digits only. */
    private static long hash(String uid) {
        long hash = FNV_OFFSET;
        for (int i = 0; i < uid.length(); i++) {
            hash = (hash ^ uid.charAt(i)) * FNV_PRIME;
        }
        hash = (hash ^ hash >>> 33) * 0xff51afd7ed558ccdL;
        return hash ^ hash >>> 33;
    }
}
