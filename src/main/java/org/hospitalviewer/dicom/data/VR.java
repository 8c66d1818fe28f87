package org.hospitalviewer.dicom.data;

/** Value representations (PS3.5 6.2) with what reading and writing has to know of each. */
public enum VR {
    AE(Kind.TEXT, 0), AS(Kind.TEXT, 0), AT(Kind.BINARY, 2), CS(Kind.TEXT, 0), DA(Kind.TEXT, 0), DS(Kind.TEXT, 0),
    DT(Kind.TEXT, 0), FD(Kind.BINARY, 8), FL(Kind.BINARY, 4), IS(Kind.TEXT, 0), LO(Kind.LOCAL_TEXT, 0),
    LT(Kind.LOCAL_TEXT, 0), OB(Kind.BULK, 1), OD(Kind.BULK, 8), OF(Kind.BULK, 4), OL(Kind.BULK, 4), OV(Kind.BULK, 8),
    OW(Kind.BULK, 2), PN(Kind.LOCAL_TEXT, 0), SH(Kind.LOCAL_TEXT, 0), SL(Kind.BINARY, 4), SQ(Kind.ITEMS, 0),
    SS(Kind.BINARY, 2), ST(Kind.LOCAL_TEXT, 0), SV(Kind.BINARY, 8), TM(Kind.TEXT, 0), UC(Kind.LOCAL_TEXT, 0),
    UI(Kind.TEXT, 0), UL(Kind.BINARY, 4), UN(Kind.BULK, 1), UR(Kind.TEXT, 0), US(Kind.BINARY, 2),
    UT(Kind.LOCAL_TEXT, 0), UV(Kind.BINARY, 8);

    private enum Kind { TEXT, LOCAL_TEXT, BINARY, BULK, ITEMS }

    private static final VR[] BY_CODE = new VR[26 * 26];

    static {
        for (VR vr : values()) {
            BY_CODE[index(vr.name().charAt(0), vr.name().charAt(1))] = vr;
        }
    }

    private final Kind kind;
    private final int unitBytes;

    VR(Kind kind, int unitBytes) {
        this.kind = kind;
        this.unitBytes = unitBytes;
    }

    /** The VR of two characters as they stand in an explicit VR header, or null when there is none of that name. */
    public static VR of(int first, int second) {
        return first < 'A' || first > 'Z' || second < 'A' || second > 'Z' ? null : BY_CODE[index(first, second)];
    }

    private static int index(int first, int second) {
        return (first - 'A') * 26 + second - 'A';
    }

    /** Whether the explicit VR header has two reserved bytes and a length of 32 bits (PS3.5 7.1.2). */
    public boolean hasLongHeader() {
        return switch (this) {
            case OB, OD, OF, OL, OV, OW, SQ, SV, UC, UN, UR, UT, UV -> true;
            case AE, AS, AT, CS, DA, DS, DT, FD, FL, IS, LO, LT, PN, SH, SL, SS, ST, TM, UI, UL, US -> false;
        };
    }

    /** The byte that makes the length even: space for text, NUL for UIDs and binary values (PS3.5 6.2). */
    public byte paddingByte() {
        return isText() && this != UI ? (byte) ' ' : 0;
    }

    public boolean isText() {
        return kind == Kind.TEXT || kind == Kind.LOCAL_TEXT;
    }

    /** Whether the text follows Specific Character Set (PS3.5 6.1.2.2); other text is ASCII. */
    public boolean usesCharacterSet() {
        return kind == Kind.LOCAL_TEXT;
    }

    /** Whether a backslash separates values; in ST, LT, UT and UR it is a character (PS3.5 6.2). */
    public boolean isMultiValued() {
        return this != ST && this != LT && this != UT && this != UR;
    }

    /** Whether leading spaces belong to the value (PS3.5 6.2). */
    public boolean keepsLeadingSpaces() {
        return this == ST || this == LT || this == UT || this == UR || this == UC || this == PN;
    }

    /** Whether values may be large and opaque: OB OD OF OL OV OW and UN. */
    public boolean isBulk() {
        return kind == Kind.BULK;
    }

    /** Whether the values are numbers or tags of a fixed width, single or multiple. */
    public boolean isBinaryNumber() {
        return kind == Kind.BINARY;
    }

    /** Bytes that a byte order acts upon: 2 for OW and each half of AT; 0 for text and sequences. */
    public int unitBytes() {
        return unitBytes;
    }

    /** Bytes of one value: the unit, or 4 for AT. */
    public int valueBytes() {
        return this == AT ? 4 : unitBytes;
    }
}
