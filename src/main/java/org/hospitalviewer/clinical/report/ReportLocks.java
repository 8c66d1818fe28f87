package org.hospitalviewer.clinical.report;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.stereotype.Component;

/**
 * Who writes in which report at the moment. A lease ends by itself when it is not renewed, so that a browser that crashed
 * holds nobody up. They are forgotten when the program stops: then the versions alone keep writers from each other.
 */
@Component
class ReportLocks {

    static final Duration LEASE = Duration.ofSeconds(60);

    private final Clock clock;
    private final Map<Long, Lease> leases = new HashMap<>();

    @Autowired
    ReportLocks() {
        this(Clock.systemUTC());
    }

    ReportLocks(Clock clock) {
        this.clock = clock;
    }

    private record Lease(Person holder, Instant since, Instant until) {

        private ReportLock seenBy(long userId) {
            return new ReportLock(holder.id() == userId, holder, since, until);
        }
    }

    /**
     * Gets or renews a lease, unless somebody else has it.
     *
     * @param takeOver whether to take it from somebody else
     * @return who has it now
     */
    synchronized ReportLock claim(long reportId, Person user, boolean takeOver) {
        Instant now = clock.instant();
        leases.values().removeIf(lease -> !lease.until().isAfter(now));
        Lease known = leases.get(reportId);
        if (known == null || takeOver || known.holder().id() == user.id()) {
            boolean renewed = known != null && known.holder().id() == user.id();
            leases.put(reportId, new Lease(user, renewed ? known.since() : now, now.plus(LEASE)));
        }
        return leases.get(reportId).seenBy(user.id());
    }

    synchronized Optional<ReportLock> of(long reportId, long userId) {
        return Optional.ofNullable(leases.get(reportId)).filter(lease -> lease.until().isAfter(clock.instant()))
                .map(lease -> lease.seenBy(userId));
    }

    boolean isHeldByAnother(long reportId, long userId) {
        return of(reportId, userId).filter(lock -> !lock.mine()).isPresent();
    }

    /** Gives one's own lease back; that of somebody else stays. */
    synchronized void release(long reportId, long userId) {
        Lease known = leases.get(reportId);
        if (known != null && known.holder().id() == userId) {
            leases.remove(reportId);
        }
    }
}
