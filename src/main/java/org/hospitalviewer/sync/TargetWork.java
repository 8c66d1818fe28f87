package org.hospitalviewer.sync;

import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;

/** What the threads that serve one target in one run share. */
final class TargetWork {

    private final SyncTarget target;
    private final Publisher publisher;
    private final Ledger ledger;
    private final FileTransfer transfer;
    private final RunControl control;
    private final AtomicLong files = new AtomicLong();
    private final AtomicLong bytes = new AtomicLong();
    private final AtomicLong deleted = new AtomicLong();

    TargetWork(SyncTarget target, Publisher publisher, Ledger ledger, FileTransfer transfer, RunControl control) {
        this.target = target;
        this.publisher = publisher;
        this.ledger = ledger;
        this.transfer = transfer;
        this.control = control;
    }

    SyncTarget target() {
        return target;
    }

    Publisher publisher() {
        return publisher;
    }

    FileTransfer transfer() {
        return transfer;
    }

    RunControl control() {
        return control;
    }

    Map<String, LedgerItem> ledgerOf(String study) {
        return ledger.ofStudy(target.id(), publisher.name(), study);
    }

    void enter(String study, LedgerItem item) {
        if (!ledger.put(target, publisher.name(), study, item)) {
            throw new RunControl.StoppedException();
        }
    }

    void forget(String study, LedgerItem item) {
        ledger.remove(target.id(), publisher.name(), study, item.sopInstanceUid());
    }

    void sent(String path, long length) {
        files.incrementAndGet();
        bytes.addAndGet(length);
        control.tell(progress -> progress.advance(target.name() + ": " + path, length));
    }

    void deleted(String path) {
        deleted.incrementAndGet();
        control.tell(progress -> progress.advance(target.name() + ": " + path, 0));
    }

    SyncHistory.Counts counts(long commands) {
        return new SyncHistory.Counts(files.get(), bytes.get(), deleted.get(), commands);
    }
}
