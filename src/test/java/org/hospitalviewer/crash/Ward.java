package org.hospitalviewer.crash;

import java.util.Random;
import org.hospitalviewer.archive.Slice;
import org.hospitalviewer.dicom.data.Tag;
import org.hospitalviewer.dicom.data.VR;

/** Makes slices for one series: mostly some KB, now and then 525 KB. */
final class Ward {

    private static final int LARGE_ROWS = 512;
    private static final int[] SMALL_ROWS = {16, 32, 48, 64};
    private static final int ONE_LARGE_OF = 20;

    private final Random random;
    private final String studyUid;
    private final String seriesUid;
    private final Ledger ledger;
    private int number;

    Ward(Random random, String studyUid, Ledger ledger) {
        this.random = random;
        this.studyUid = studyUid;
        this.seriesUid = Slice.newUid();
        this.ledger = ledger;
    }

    /** A slice that the ledger knows as offered. */
    Offer next() {
        number++;
        int rows = random.nextInt(ONE_LARGE_OF) == 0 ? LARGE_ROWS : SMALL_ROWS[random.nextInt(SMALL_ROWS.length)];
        Slice slice = Slice.of(studyUid, seriesUid, number, rows)
                .with(Tag.PatientName, VR.PN, "Crash^" + random.nextInt(1_000));
        byte[] dataSet = slice.dataSet();
        ledger.offer(studyUid, seriesUid, slice.sopUid(), dataSet);
        return new Offer(slice, dataSet);
    }

    /** A slice and its encoded data set. */
    record Offer(Slice slice, byte[] dataSet) {
    }
}
