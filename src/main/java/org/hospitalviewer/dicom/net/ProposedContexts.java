package org.hospitalviewer.dicom.net;

import java.util.ArrayList;
import java.util.List;
import org.hospitalviewer.dicom.data.UID;
import org.hospitalviewer.dicom.net.pdu.PresentationContextRQ;

/** Builds the proposals of a requestor; at most 128 fit into one association. */
public final class ProposedContexts {
    public static final int MAX = 128;

    private final List<PresentationContextRQ> contexts = new ArrayList<>();

    /** Only C-ECHO. */
    public static List<PresentationContextRQ> verification() {
        return new ProposedContexts().propose(UID.Verification, UID.ImplicitVRLittleEndian).toList();
    }

    /**
     * Adds a context.
     *
     * @throws IllegalStateException when there are 128 already
     */
    public ProposedContexts propose(String sopClassUid, String... transferSyntaxUids) {
        if (contexts.size() == MAX) {
            throw new IllegalStateException("An association has at most 128 presentation contexts");
        }
        contexts.add(new PresentationContextRQ(2 * contexts.size() + 1, sopClassUid, List.of(transferSyntaxUids)));
        return this;
    }

    public List<PresentationContextRQ> toList() {
        return List.copyOf(contexts);
    }
}
