package org.hospitalviewer.dicom.net;

import org.hospitalviewer.dicom.data.Attributes;
import org.hospitalviewer.dicom.data.Tag;
import org.hospitalviewer.dicom.data.VR;

/** Command set of a DIMSE message (PS3.7 6.3.1 and Annex E). */
public final class CommandSet {
    private static final int NO_DATA_SET = 0x0101;
    private static final int SOME_DATA_SET = 0x0000;
    private static final int MAX_COMMENT_LENGTH = 64;

    private final Attributes attributes;

    CommandSet(Attributes attributes) {
        this.attributes = attributes;
    }

    static CommandSet echoRequest(int messageId, String sopClassUid) {
        return request(CommandField.C_ECHO_RQ, messageId, sopClassUid, NO_DATA_SET);
    }

    static CommandSet storeRequest(int messageId, String sopClassUid, String sopInstanceUid, Priority priority,
                                   MoveOriginator originator) {
        CommandSet command = request(CommandField.C_STORE_RQ, messageId, sopClassUid, SOME_DATA_SET);
        command.attributes.setString(Tag.AffectedSOPInstanceUID, VR.UI, sopInstanceUid);
        command.attributes.setInt(Tag.Priority, VR.US, priority.code());
        if (!originator.aeTitle().isEmpty()) {
            command.attributes.setString(Tag.MoveOriginatorApplicationEntityTitle, VR.AE, originator.aeTitle());
            command.attributes.setInt(Tag.MoveOriginatorMessageID, VR.US, originator.messageId());
        }
        return command;
    }

    private static CommandSet request(CommandField field, int messageId, String sopClassUid, int dataSetType) {
        Attributes attributes = new Attributes();
        attributes.setString(Tag.AffectedSOPClassUID, VR.UI, sopClassUid);
        attributes.setInt(Tag.CommandField, VR.US, field.code());
        attributes.setInt(Tag.MessageID, VR.US, messageId);
        attributes.setInt(Tag.CommandDataSetType, VR.US, dataSetType);
        return new CommandSet(attributes);
    }

    /** The response to this request without a data set: same SOP class and instance, the status, and why. */
    CommandSet response(Status status, String comment) {
        Attributes response = attributes.select(Tag.AffectedSOPClassUID, Tag.AffectedSOPInstanceUID);
        response.setInt(Tag.CommandField, VR.US, CommandField.responseCode(commandField()));
        response.setInt(Tag.MessageIDBeingRespondedTo, VR.US, messageId());
        response.setInt(Tag.CommandDataSetType, VR.US, NO_DATA_SET);
        response.setInt(Tag.Status, VR.US, status.code());
        if (!comment.isEmpty()) {
            response.setString(Tag.ErrorComment, VR.LO, errorComment(comment));
        }
        return new CommandSet(response);
    }

    /** One value of VR LO in the default repertoire. */
    private static String errorComment(String comment) {
        String plain = comment.replace('\\', '/').replaceAll("[^\\x20-\\x7e]", "?");
        return plain.substring(0, Math.min(plain.length(), MAX_COMMENT_LENGTH)).strip();
    }

    /** All elements but the group length. */
    public Attributes attributes() {
        return attributes;
    }

    public int commandField() {
        return attributes.getInt(Tag.CommandField, 0);
    }

    public int messageId() {
        return attributes.getInt(Tag.MessageID, 0);
    }

    public int messageIdBeingRespondedTo() {
        return attributes.getInt(Tag.MessageIDBeingRespondedTo, -1);
    }

    public boolean hasDataSet() {
        return attributes.getInt(Tag.CommandDataSetType, NO_DATA_SET) != NO_DATA_SET;
    }

    /** Empty when absent. */
    public String affectedSopClassUid() {
        return attributes.getString(Tag.AffectedSOPClassUID, "");
    }

    /** Empty when absent. */
    public String affectedSopInstanceUid() {
        return attributes.getString(Tag.AffectedSOPInstanceUID, "");
    }

    Priority priority() {
        return Priority.of(attributes.getInt(Tag.Priority, 0));
    }

    MoveOriginator moveOriginator() {
        String aeTitle = attributes.getString(Tag.MoveOriginatorApplicationEntityTitle, "");
        return aeTitle.isEmpty() ? MoveOriginator.NONE
                : new MoveOriginator(aeTitle, attributes.getInt(Tag.MoveOriginatorMessageID, 0));
    }

    DimseResponse result() {
        int code = attributes.getInt(Tag.Status, Status.PROCESSING_FAILURE.code());
        return new DimseResponse(Status.of(code), code, attributes.getString(Tag.ErrorComment, ""));
    }

    @Override
    public String toString() {
        return CommandField.of(commandField()).map(Enum::name).orElse("Command %04XH".formatted(commandField()));
    }
}
