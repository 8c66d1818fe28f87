package org.hospitalviewer.dicom.net;

/** Status (0000,0900) of DIMSE responses (PS3.7 Annex C; PS3.4 B.2.3 and C.4 for storage and query/retrieve). */
public enum Status {
    SUCCESS(0x0000),
    CANCEL(0xFE00),
    PENDING(0xFF00),
    PENDING_WITH_WARNING(0xFF01),

    NO_SUCH_ATTRIBUTE(0x0105),
    INVALID_ATTRIBUTE_VALUE(0x0106),
    ATTRIBUTE_LIST_ERROR(0x0107),
    PROCESSING_FAILURE(0x0110),
    DUPLICATE_SOP_INSTANCE(0x0111),
    NO_SUCH_SOP_INSTANCE(0x0112),
    NO_SUCH_EVENT_TYPE(0x0113),
    NO_SUCH_ARGUMENT(0x0114),
    INVALID_ARGUMENT_VALUE(0x0115),
    ATTRIBUTE_VALUE_OUT_OF_RANGE(0x0116),
    INVALID_SOP_INSTANCE(0x0117),
    NO_SUCH_SOP_CLASS(0x0118),
    CLASS_INSTANCE_CONFLICT(0x0119),
    MISSING_ATTRIBUTE(0x0120),
    MISSING_ATTRIBUTE_VALUE(0x0121),
    SOP_CLASS_NOT_SUPPORTED(0x0122),
    NO_SUCH_ACTION_TYPE(0x0123),
    NOT_AUTHORIZED(0x0124),
    DUPLICATE_INVOCATION(0x0210),
    UNRECOGNIZED_OPERATION(0x0211),
    MISTYPED_ARGUMENT(0x0212),
    RESOURCE_LIMITATION(0x0213),

    OUT_OF_RESOURCES(0xA700),
    UNABLE_TO_CALCULATE_NUMBER_OF_MATCHES(0xA701),
    UNABLE_TO_PERFORM_SUBOPERATIONS(0xA702),
    MOVE_DESTINATION_UNKNOWN(0xA801),
    DATA_SET_DOES_NOT_MATCH_SOP_CLASS(0xA900),
    CANNOT_UNDERSTAND(0xC000),
    COERCION_OF_DATA_ELEMENTS(0xB000),
    ELEMENTS_DISCARDED(0xB006),
    DATA_SET_DIFFERS_FROM_SOP_CLASS(0xB007);

    /** What the status means for the sender (PS3.7 Annex C.1 to C.5). */
    public enum Kind { SUCCESS, WARNING, FAILURE, PENDING, CANCEL }

    private final int code;

    Status(int code) {
        this.code = code;
    }

    public int code() {
        return code;
    }

    public Kind kind() {
        return switch (this) {
            case SUCCESS -> Kind.SUCCESS;
            case CANCEL -> Kind.CANCEL;
            case PENDING, PENDING_WITH_WARNING -> Kind.PENDING;
            case ATTRIBUTE_LIST_ERROR, ATTRIBUTE_VALUE_OUT_OF_RANGE, COERCION_OF_DATA_ELEMENTS, ELEMENTS_DISCARDED,
                    DATA_SET_DIFFERS_FROM_SOP_CLASS -> Kind.WARNING;
            case NO_SUCH_ATTRIBUTE, INVALID_ATTRIBUTE_VALUE, PROCESSING_FAILURE, DUPLICATE_SOP_INSTANCE,
                    NO_SUCH_SOP_INSTANCE, NO_SUCH_EVENT_TYPE, NO_SUCH_ARGUMENT, INVALID_ARGUMENT_VALUE,
                    INVALID_SOP_INSTANCE, NO_SUCH_SOP_CLASS, CLASS_INSTANCE_CONFLICT, MISSING_ATTRIBUTE,
                    MISSING_ATTRIBUTE_VALUE, SOP_CLASS_NOT_SUPPORTED, NO_SUCH_ACTION_TYPE, NOT_AUTHORIZED,
                    DUPLICATE_INVOCATION, UNRECOGNIZED_OPERATION, MISTYPED_ARGUMENT, RESOURCE_LIMITATION,
                    OUT_OF_RESOURCES, UNABLE_TO_CALCULATE_NUMBER_OF_MATCHES, UNABLE_TO_PERFORM_SUBOPERATIONS,
                    MOVE_DESTINATION_UNKNOWN, DATA_SET_DOES_NOT_MATCH_SOP_CLASS, CANNOT_UNDERSTAND -> Kind.FAILURE;
        };
    }

    /** The status with this code, or the one its range stands for (A7xx, A9xx, Bxxx, Cxxx). */
    public static Status of(int code) {
        for (Status status : values()) {
            if (status.code == code) {
                return status;
            }
        }
        return switch (code >> 12) {
            case 0xA -> code >> 8 == 0xA9 ? DATA_SET_DOES_NOT_MATCH_SOP_CLASS : OUT_OF_RESOURCES;
            case 0xB -> COERCION_OF_DATA_ELEMENTS;
            case 0xC -> CANNOT_UNDERSTAND;
            default -> code == 0x0001 ? ATTRIBUTE_LIST_ERROR : PROCESSING_FAILURE;
        };
    }
}
