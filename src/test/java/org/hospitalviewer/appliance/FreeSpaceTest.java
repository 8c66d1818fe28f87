package org.hospitalviewer.appliance;

import static org.assertj.core.api.Assertions.assertThat;

import org.hospitalviewer.ApplianceTest;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** When somebody is told that the disk comes to its end; the reserve is 500 MB. */
@ApplianceTest
class FreeSpaceTest {

    private static final long MEGABYTE = 1L << 20;
    private static final long TERABYTE = 1L << 40;

    @Autowired
    private FreeSpace space;

    @Test
    void aTenthOfTheDiskOrTwiceTheReserveIsLowAndLessThanTheReserveIsFull() {
        assertThat(space.level(TERABYTE / 9, TERABYTE)).isEqualTo(FreeSpace.Level.ENOUGH);
        assertThat(space.level(TERABYTE / 11, TERABYTE)).isEqualTo(FreeSpace.Level.LOW);
        assertThat(space.level(999 * MEGABYTE, 2_000 * MEGABYTE)).isEqualTo(FreeSpace.Level.LOW);
        assertThat(space.level(499 * MEGABYTE, TERABYTE)).isEqualTo(FreeSpace.Level.FULL);
    }

    @Test
    void theDiskLastsAsLongAsTheReserveIsNotTouched() {
        assertThat(space.daysLeft(3_500 * MEGABYTE, 300 * MEGABYTE)).hasValue(300);
        assertThat(space.daysLeft(100 * MEGABYTE, 300 * MEGABYTE)).hasValue(0);
        assertThat(space.daysLeft(TERABYTE, 0)).isEmpty();
        assertThat(space.daysLeft(TERABYTE, 1)).isEmpty();
    }
}
