package org.hospitalviewer.transfer;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.hospitalviewer.appliance.job.JobProgress;
import org.hospitalviewer.archive.Archive;
import org.hospitalviewer.archive.StoredInstance;
import org.hospitalviewer.dicom.data.UID;
import org.hospitalviewer.dicom.net.Association;
import org.hospitalviewer.dicom.net.DimseResponse;
import org.hospitalviewer.dicom.net.ProposedContexts;
import org.hospitalviewer.dicom.net.Target;
import org.hospitalviewer.dicom.net.Timeouts;
import org.hospitalviewer.dicom.net.pdu.PresentationContextRQ;

/**
 * One study on its way to one device (C-STORE SCU, PS3.4 Annex B). Each object is offered as it is stored and in plain
 * little endian; what was acknowledged is written down at once and never sent again.
 */
final class StudySending {

    /** Failure statuses A7xx: out of resources, worth another try later (PS3.4 Table B.2-1). */
    private static final int OUT_OF_RESOURCES = 0xA7;
    private static final int PLAIN_CONTEXTS = 2;

    private final TransferTable table;
    private final Path scratch;
    private final StudyTransfer transfer;
    private final Target target;
    private final String callingAet;
    private final JobProgress progress;
    private final StudyInstances instances;
    private final List<String> problems = new ArrayList<>();
    private int done;
    private int total;
    /** The object over which the device broke off; it gets one more chance. */
    private String breaker = "";

    StudySending(Archive archive, TransferTable table, Path scratch, StudyTransfer transfer, Target target,
                 String callingAet, JobProgress progress) {
        this.table = table;
        this.scratch = scratch;
        this.transfer = transfer;
        this.target = target;
        this.callingAet = callingAet;
        this.progress = progress;
        this.instances = new StudyInstances(archive, transfer.studyInstanceUid());
    }

    /**
     * Sends what the device does not have yet.
     *
     * @throws IOException the device cannot be reached, refuses us, or has no room; worth another try
     */
    void run() throws IOException {
        Set<String> sent = table.acknowledged(transfer.id());
        Deque<StoredInstance> left = new ArrayDeque<>();
        instances.all().forEach(instance -> {
            total++;
            if (!sent.contains(instance.sopInstanceUid())) {
                left.add(instance);
            }
        });
        done = total - left.size();
        progress.total(total);
        progress.resumeAt(done, 0);
        table.progress(transfer.id(), total, done);
        while (!left.isEmpty() && table.isWaiting(transfer.id())) {
            sendOverOneAssociation(left);
        }
        finish();
    }

    private void finish() {
        if (total == 0) {
            table.end(transfer.id(), StudyTransfer.State.FAILED, "The study is no longer in the archive.", null);
        } else if (problems.isEmpty()) {
            table.end(transfer.id(), StudyTransfer.State.DONE, "", null);
        } else {
            table.end(transfer.id(), done == 0 ? StudyTransfer.State.FAILED : StudyTransfer.State.PARTLY,
                    problems.size() + " objects were not sent. " + problems.getFirst(), null);
        }
    }

    private void sendOverOneAssociation(Deque<StoredInstance> left) throws IOException {
        try (Association association = Association.open(target, callingAet, contexts(left), Timeouts.USUAL)) {
            while (!left.isEmpty() && association.isEstablished() && isProposed(association, left.peek())) {
                progress.checkpoint();
                if (!table.isWaiting(transfer.id())) {
                    return;
                }
                send(association, left);
            }
        }
    }

    /** As many kinds of objects as fit; the next association takes the others. */
    private static List<PresentationContextRQ> contexts(Deque<StoredInstance> left) {
        ProposedContexts contexts = new ProposedContexts();
        Set<String> classes = new LinkedHashSet<>();
        Set<String> kinds = new LinkedHashSet<>();
        for (StoredInstance instance : left) {
            String kind = instance.sopClassUid() + " " + instance.transferSyntaxUid();
            int needed = (kinds.contains(kind) ? 0 : 1)
                    + (classes.contains(instance.sopClassUid()) ? 0 : PLAIN_CONTEXTS);
            if (contexts.toList().size() + needed > ProposedContexts.MAX) {
                break;
            }
            if (classes.add(instance.sopClassUid())) {
                contexts.propose(instance.sopClassUid(), UID.ExplicitVRLittleEndian);
                contexts.propose(instance.sopClassUid(), UID.ImplicitVRLittleEndian);
            }
            if (kinds.add(kind) && !Outgoing.isPlain(instance.transferSyntaxUid())) {
                contexts.propose(instance.sopClassUid(), instance.transferSyntaxUid());
            }
        }
        return contexts.toList();
    }

    private static boolean isProposed(Association association, StoredInstance instance) {
        return association.request().contexts().stream()
                .anyMatch(context -> context.abstractSyntax().equals(instance.sopClassUid())
                        && (Outgoing.isPlain(instance.transferSyntaxUid())
                        || context.transferSyntaxes().contains(instance.transferSyntaxUid())));
    }

    private void send(Association association, Deque<StoredInstance> left) throws IOException {
        StoredInstance instance = left.peek();
        try (Outgoing outgoing = Outgoing.of(instance, association, scratch)) {
            DimseResponse answer = outgoing.send(association);
            if (answer.code() >> 8 == OUT_OF_RESOURCES) {
                throw new RefusingDeviceException("The device has no room: " + answer);
            }
            left.remove();
            note(instance, answer);
        } catch (RefusingDeviceException e) {
            throw e;
        } catch (IOException e) {
            if (association.isEstablished()) {
                left.remove();
                problem(instance, e.getMessage());
            } else {
                brokenOff(instance, left, e);
            }
        }
    }

    private void note(StoredInstance instance, DimseResponse answer) {
        if (answer.isDone()) {
            table.acknowledged(transfer.id(), instance.sopInstanceUid());
            done++;
            table.progress(transfer.id(), total, done);
            progress.advance(instance.sopInstanceUid(), 0);
        } else {
            problem(instance, answer.toString());
        }
    }

    private void brokenOff(StoredInstance instance, Deque<StoredInstance> left, IOException e) throws IOException {
        if (!breaker.equals(instance.sopInstanceUid())) {
            breaker = instance.sopInstanceUid();
            return;
        }
        left.remove();
        problem(instance, "The device broke off twice over it: " + e.getMessage());
    }

    private void problem(StoredInstance instance, String what) {
        problems.add(instance.sopInstanceUid() + ": " + what);
        progress.finding(transfer.target() + " " + instance.sopInstanceUid(), String.valueOf(what));
        progress.advance(instance.sopInstanceUid(), 0);
    }

    /** The device answers, but can take nothing now. */
    private static final class RefusingDeviceException extends IOException {
        private RefusingDeviceException(String message) {
            super(message);
        }
    }
}
