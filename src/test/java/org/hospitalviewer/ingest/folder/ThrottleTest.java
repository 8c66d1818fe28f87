package org.hospitalviewer.ingest.folder;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ThrottleTest {

    @Test
    void itRestsTheLongerTheBusierOthersAre() {
        assertThat(Throttle.restFactor(0.9, 0.9)).isZero();
        assertThat(Throttle.restFactor(0.4, 0.2)).isZero();
        assertThat(Throttle.restFactor(0.9, 0.4)).isBetween(1.0, 2.0);
        assertThat(Throttle.restFactor(1, 0)).isEqualTo(4);
        assertThat(Throttle.restFactor(-1, 0.1)).isZero();
    }

    @Test
    void differentValuesAreCountedOnce() {
        DistinctValues values = new DistinctValues();
        for (int i = 0; i < 100_000; i++) {
            values.add(DistinctValues.hash("1.2.840." + i / 2));
        }
        assertThat(values.size()).isEqualTo(50_000);
        assertThat(values.contains(DistinctValues.hash("1.2.840.7"))).isTrue();
        assertThat(values.contains(DistinctValues.hash("1.2.840.x"))).isFalse();
        assertThat(values.add(0)).isTrue();
        assertThat(values.add(0)).isFalse();
    }
}
