package org.hospitalviewer.node;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.List;

import org.hospitalviewer.archive.Slice;
import org.hospitalviewer.dicom.data.UID;
import org.hospitalviewer.dicom.net.Association;
import org.hospitalviewer.dicom.net.DimseResponse;
import org.hospitalviewer.dicom.net.ProposedContexts;
import org.hospitalviewer.dicom.net.Target;
import org.hospitalviewer.dicom.net.Timeouts;

/** A scanner that sends whatever bytes it is told as the data set of a CT slice. */
public final class Sender implements AutoCloseable {

    private final Association association;
    private final String sopClassUid;
    private final String transferSyntaxUid;

    private Sender(Association association, String sopClassUid, String transferSyntaxUid) {
        this.association = association;
        this.sopClassUid = sopClassUid;
        this.transferSyntaxUid = transferSyntaxUid;
    }

    public static Sender to(int port) throws IOException {
        return to(port, UID.CTImageStorage, UID.ExplicitVRLittleEndian);
    }

    /** A scanner of another kind. */
    static Sender to(int port, String sopClassUid, String transferSyntaxUid) throws IOException {
        return new Sender(Association.open(new Target("127.0.0.1", port, "DICOMVIEWER"), "CT1",
                new ProposedContexts().propose(sopClassUid, transferSyntaxUid).toList(), Timeouts.USUAL),
                sopClassUid, transferSyntaxUid);
    }

    public DimseResponse send(String sopInstanceUid, byte[] dataSet) throws IOException {
        return association.store(sopClassUid, sopInstanceUid, transferSyntaxUid,
                new ByteArrayInputStream(dataSet), dataSet.length);
    }

    public DimseResponse send(Slice slice) throws IOException {
        return send(slice.sopUid(), slice.dataSet());
    }

    void abort() {
        association.abort();
    }

    @Override
    public void close() {
        association.close();
    }
}
