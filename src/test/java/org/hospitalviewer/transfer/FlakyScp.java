package org.hospitalviewer.transfer;

import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import org.hospitalviewer.dicom.data.UID;
import org.hospitalviewer.dicom.net.AdmissionPolicy;
import org.hospitalviewer.dicom.net.AssociationListener;
import org.hospitalviewer.dicom.net.ContextPolicy;
import org.hospitalviewer.dicom.net.DicomServer;
import org.hospitalviewer.dicom.net.DimseServices;
import org.hospitalviewer.dicom.net.ServerPolicy;
import org.hospitalviewer.dicom.net.ServerSettings;
import org.hospitalviewer.dicom.net.Status;
import org.hospitalviewer.dicom.net.TransferSyntaxChoice;

/** A device that breaks off after so many objects, each time anew. */
record FlakyScp(DicomServer server, List<String> acknowledged) implements AutoCloseable {

    static FlakyScp start(int port, int patience) throws IOException {
        List<String> acknowledged = new CopyOnWriteArrayList<>();
        AtomicInteger taken = new AtomicInteger();
        DimseServices services = new DimseServices().store((association, request, data) -> {
            data.transferTo(OutputStream.nullOutputStream());
            if (taken.incrementAndGet() % (long) (patience + 1L) == 0) {
                association.abort();
                throw new IOException("The device goes away");
            }
            acknowledged.add(request.affectedSopInstanceUid());
            return Status.SUCCESS;
        });
        return new FlakyScp(DicomServer.start(ServerSettings.on(InetAddress.getLoopbackAddress(), port),
                new ServerPolicy(AdmissionPolicy.EVERYBODY, ContextPolicy.none().accept(_ -> true,
                        TransferSyntaxChoice.firstProposed(UID.transferSyntaxes()::contains)), services,
                        new AssociationListener() { })), acknowledged);
    }

    @Override
    public void close() {
        server.close();
    }
}
