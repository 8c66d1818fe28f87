package org.hospitalviewer.dicom.data;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.math.BigInteger;
import java.nio.ByteOrder;

/** Numbers in the bytes of binary VRs, little endian; a rest too short for a value is ignored. */
final class BinaryValues {
    private static final VarHandle SHORT = view(short[].class);
    private static final VarHandle INT = view(int[].class);
    private static final VarHandle LONG = view(long[].class);
    private static final VarHandle FLOAT = view(float[].class);
    private static final VarHandle DOUBLE = view(double[].class);

    private BinaryValues() {
    }

    private static VarHandle view(Class<?> arrayType) {
        return MethodHandles.byteArrayViewVarHandle(arrayType, ByteOrder.LITTLE_ENDIAN);
    }

    static int count(byte[] value, VR vr) {
        return value.length / vr.valueBytes();
    }

    /** The value at an index as an integer; floating point is cut off; UV beyond 63 bits wraps around. */
    static long getInt(byte[] value, VR vr, int index) {
        int at = index * vr.valueBytes();
        return switch (vr) {
            case US, OW -> (short) SHORT.get(value, at) & 0xFFFFL;
            case SS -> (short) SHORT.get(value, at);
            case UL, OL -> Integer.toUnsignedLong((int) INT.get(value, at));
            case SL -> (int) INT.get(value, at);
            case AT -> Integer.toUnsignedLong(tag(value, index));
            case SV, UV, OV -> (long) LONG.get(value, at);
            case FL, OF, FD, OD -> (long) getDouble(value, vr, index);
            case OB, UN -> value[at] & 0xFFL;
            case AE, AS, CS, DA, DS, DT, IS, LO, LT, PN, SH, SQ, ST, TM, UC, UI, UR, UT -> throw notBinary(vr);
        };
    }

    static double getDouble(byte[] value, VR vr, int index) {
        int at = index * vr.valueBytes();
        return switch (vr) {
            case FL, OF -> (float) FLOAT.get(value, at);
            case FD, OD -> (double) DOUBLE.get(value, at);
            case UV, OV -> unsigned((long) LONG.get(value, at)).doubleValue();
            default -> getInt(value, vr, index);
        };
    }

    static String getString(byte[] value, VR vr, int index) {
        return switch (vr) {
            case FL, OF -> Float.toString((float) getDouble(value, vr, index));
            case FD, OD -> Double.toString(getDouble(value, vr, index));
            case UV, OV -> Long.toUnsignedString(getInt(value, vr, index));
            case AT -> Tag.toString(tag(value, index));
            default -> Long.toString(getInt(value, vr, index));
        };
    }

    /** Two 16-bit numbers, group first (PS3.5 6.2). */
    private static int tag(byte[] value, int index) {
        return Tag.of((short) SHORT.get(value, index * 4), (short) SHORT.get(value, index * 4 + 2));
    }

    private static BigInteger unsigned(long value) {
        return new BigInteger(Long.toUnsignedString(value));
    }

    static byte[] ofInts(VR vr, int... values) {
        byte[] bytes = new byte[values.length * vr.valueBytes()];
        for (int i = 0; i < values.length; i++) {
            put(bytes, vr, i, values[i]);
        }
        return bytes;
    }

    private static void put(byte[] bytes, VR vr, int index, int value) {
        int at = index * vr.valueBytes();
        switch (vr) {
            case US, SS, OW -> SHORT.set(bytes, at, (short) value);
            case UL, SL, OL -> INT.set(bytes, at, value);
            case SV -> LONG.set(bytes, at, (long) value);
            case UV, OV -> LONG.set(bytes, at, Integer.toUnsignedLong(value));
            case FL, OF -> FLOAT.set(bytes, at, (float) value);
            case FD, OD -> DOUBLE.set(bytes, at, (double) value);
            case AT -> INT.set(bytes, at, value << 16 | value >>> 16);
            case OB, UN -> bytes[at] = (byte) value;
            case AE, AS, CS, DA, DS, DT, IS, LO, LT, PN, SH, SQ, ST, TM, UC, UI, UR, UT -> throw notBinary(vr);
        }
    }

    static byte[] ofDoubles(VR vr, double... values) {
        byte[] bytes = new byte[values.length * vr.valueBytes()];
        for (int i = 0; i < values.length; i++) {
            if (vr == VR.FL || vr == VR.OF) {
                FLOAT.set(bytes, i * 4, (float) values[i]);
            } else if (vr == VR.FD || vr == VR.OD) {
                DOUBLE.set(bytes, i * 8, values[i]);
            } else {
                throw new IllegalArgumentException(vr + " holds no floating point");
            }
        }
        return bytes;
    }

    private static IllegalArgumentException notBinary(VR vr) {
        return new IllegalArgumentException(vr + " holds no binary number");
    }
}
