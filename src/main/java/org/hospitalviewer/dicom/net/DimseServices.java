package org.hospitalviewer.dicom.net;

import java.io.IOException;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;

/** The services an acceptor offers; C-ECHO is always among them. */
public final class DimseServices {
    private final Map<CommandField, DimseService> services = new EnumMap<>(CommandField.class);

    public DimseServices() {
        services.put(CommandField.C_ECHO_RQ, (_, _) -> DimseService.Answer.of(Status.SUCCESS));
    }

    /** Offers C-STORE. */
    public DimseServices store(CStoreHandler handler) {
        services.put(CommandField.C_STORE_RQ, new StoreService(handler));
        return this;
    }

    /**
     * Serves one request and answers it; only the loss of the association ends it by an exception.
     *
     * @param listener hears of failures that no service foresaw
     */
    void serve(Association association, DimseMessage message, AssociationListener listener) throws IOException {
        Optional<CommandField> field = CommandField.of(message.command().commandField());
        if (field.filter(CommandField::isResponse).isPresent()) {
            throw new ProtocolViolationException(message.command() + " to a request that was never sent");
        }
        DimseService.Answer answer = answer(association, message, field, listener);
        message.dataSet().drain();
        if (field.filter(CommandField.C_CANCEL_RQ::equals).isEmpty()) { // a cancel has no response (PS3.7 9.3.2.3)
            association.respond(message, answer.status(), answer.comment());
        }
    }

    private DimseService.Answer answer(Association association, DimseMessage message, Optional<CommandField> field,
                                       AssociationListener listener) throws IOException {
        DimseService service = field.map(services::get).orElse(DimseServices::unrecognized);
        try {
            return service.serve(association, message);
        } catch (DimseException refused) {
            return new DimseService.Answer(refused.status(), String.valueOf(refused.getMessage()));
        } catch (IOException | RuntimeException failure) {
            if (message.dataSet().hasFailed()) {
                throw failure;
            }
            listener.failed(association, failure);
            return new DimseService.Answer(Status.PROCESSING_FAILURE, "Internal error");
        }
    }

    private static DimseService.Answer unrecognized(Association association, DimseMessage message) {
        return new DimseService.Answer(Status.UNRECOGNIZED_OPERATION, message.command() + " is not offered");
    }
}
