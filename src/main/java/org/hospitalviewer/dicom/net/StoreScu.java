package org.hospitalviewer.dicom.net;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import org.hospitalviewer.dicom.net.pdu.PresentationContextRQ;

/** Sends Part 10 files as they are (C-STORE SCU, PS3.4 Annex B), each in its own transfer syntax. */
public final class StoreScu {

    private record Kind(String sopClassUid, String transferSyntaxUid) {
        static Kind of(StorableFile file) {
            return new Kind(file.sopClassUid(), file.transferSyntaxUid());
        }
    }

    private final Target target;
    private final String callingAet;
    private final Timeouts timeouts;

    public StoreScu(Target target, String callingAet, Timeouts timeouts) {
        this.target = target;
        this.callingAet = callingAet;
        this.timeouts = timeouts;
    }

    /**
     * Sends files over one association; over more when they need more than 128 presentation contexts, or when the peer
     * aborts over one file, so that the others still arrive. Each file is reported once.
     *
     * @param files  Part 10 files
     * @param report called after each file, in the order of sending
     * @throws AssociationRejectedException when the peer refuses the association; the files left were not reported
     * @throws IOException                  when the peer cannot be reached; likewise
     */
    public void send(List<Path> files, Consumer<SentFile> report) throws IOException {
        List<StorableFile> batch = new ArrayList<>();
        Set<Kind> kinds = new LinkedHashSet<>();
        for (StorableFile file : readable(files, report)) {
            if (kinds.size() == ProposedContexts.MAX && !kinds.contains(Kind.of(file))) {
                sendBatch(batch, kinds, report);
                batch.clear();
                kinds.clear();
            }
            batch.add(file);
            kinds.add(Kind.of(file));
        }
        if (!batch.isEmpty()) {
            sendBatch(batch, kinds, report);
        }
    }

    private static List<StorableFile> readable(List<Path> files, Consumer<SentFile> report) {
        List<StorableFile> readable = new ArrayList<>();
        for (Path file : files) {
            try {
                readable.add(StorableFile.read(file));
            } catch (IOException failure) {
                report.accept(new SentFile.NotSent(file, String.valueOf(failure.getMessage())));
            }
        }
        return readable;
    }

    private void sendBatch(List<StorableFile> batch, Set<Kind> kinds, Consumer<SentFile> report) throws IOException {
        Deque<StorableFile> left = new ArrayDeque<>(batch);
        while (!left.isEmpty()) {
            try (Association association = Association.open(target, callingAet, propose(kinds), timeouts)) {
                do {
                    report.accept(send(association, left.remove()));
                } while (association.isEstablished() && !left.isEmpty());
            }
        }
    }

    private static List<PresentationContextRQ> propose(Set<Kind> kinds) {
        ProposedContexts contexts = new ProposedContexts();
        kinds.forEach(kind -> contexts.propose(kind.sopClassUid(), kind.transferSyntaxUid()));
        return contexts.toList();
    }

    private static SentFile send(Association association, StorableFile file) {
        try (InputStream dataSet = file.open()) {
            return new SentFile.Answered(file.path(), association.store(file.sopClassUid(), file.sopInstanceUid(),
                    file.transferSyntaxUid(), dataSet, file.evenLength()));
        } catch (IOException failure) {
            return new SentFile.NotSent(file.path(), String.valueOf(failure.getMessage()));
        }
    }
}
