package org.hospitalviewer.dicom.io;

import org.hospitalviewer.dicom.data.VR;

/** Turns the byte order of binary values around (PS3.5 7.3). */
final class ByteSwap {
    private ByteSwap() {
    }

    /** Turns the units of a VR around in place; a rest shorter than a unit stays. */
    static void inPlace(byte[] value, VR vr) {
        int unit = vr.unitBytes();
        if (unit < 2) {
            return;
        }
        for (int start = 0; start + unit <= value.length; start += unit) {
            for (int low = start, high = start + unit - 1; low < high; low++, high--) {
                byte swapped = value[low];
                value[low] = value[high];
                value[high] = swapped;
            }
        }
    }
}
