package org.hospitalviewer.dicom.data;

import java.util.Arrays;

/** Equality of data sets: same tags, VRs and values, byte for byte. How lengths were encoded does not count. */
final class AttributesEquality {
    private AttributesEquality() {
    }

    static boolean equal(ElementTable one, ElementTable other) {
        if (one.size() != other.size()) {
            return false;
        }
        for (int i = 0; i < one.size(); i++) {
            if (one.tag(i) != other.tag(i) || one.vr(i) != other.vr(i) || !sameValue(one.value(i), other.value(i))) {
                return false;
            }
        }
        return true;
    }

    private static boolean sameValue(Object one, Object other) {
        return one instanceof byte[] bytes ? other instanceof byte[] others && Arrays.equals(bytes, others)
                : one.equals(other);
    }
}
