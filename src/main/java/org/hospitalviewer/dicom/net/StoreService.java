package org.hospitalviewer.dicom.net;

import java.io.IOException;

/** C-STORE SCP (PS3.4 Annex B): checks the command and leaves the data set to its handler. */
final class StoreService implements DimseService {
    private final CStoreHandler handler;

    StoreService(CStoreHandler handler) {
        this.handler = handler;
    }

    @Override
    public Answer serve(Association association, DimseMessage message) throws IOException {
        StoreRequest request = request(message);
        return Answer.of(handler.store(association, request, message.dataSet()));
    }

    private static StoreRequest request(DimseMessage message) throws DimseException {
        CommandSet command = message.command();
        PresentationContext context = message.context();
        if (!command.affectedSopClassUid().equals(context.abstractSyntax())) {
            throw new DimseException(Status.SOP_CLASS_NOT_SUPPORTED, "SOP class differs from presentation context");
        }
        if (command.affectedSopInstanceUid().isEmpty()) {
            throw new DimseException(Status.INVALID_SOP_INSTANCE, "No Affected SOP Instance UID");
        }
        if (!command.hasDataSet()) {
            throw new DimseException(Status.CANNOT_UNDERSTAND, "C-STORE-RQ without data set");
        }
        return new StoreRequest(command.messageId(), context.abstractSyntax(), command.affectedSopInstanceUid(),
                command.priority(), command.moveOriginator(), context.id(), context.transferSyntax());
    }
}
