package org.hospitalviewer.sync;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.LocalTime;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Hours, speed, pauses, and addresses that a stranger would try. */
class SyncTargetTest {

    private static SyncTarget target(String host, String folder, String web, LocalTime from, LocalTime until) {
        return new SyncTarget(1, "host", TargetKind.FTPS, true, host, 21, "u", folder, "", web, true, false, 1, null, from,
                until, null, "", false, 0);
    }

    @Test
    void itsHoursMayLeadOverMidnight() {
        SyncTarget day = target("h", "", "", LocalTime.of(8, 0), LocalTime.of(18, 0));
        assertThat(day.isOpenAt(LocalTime.of(8, 0))).isTrue();
        assertThat(day.isOpenAt(LocalTime.of(18, 0))).isFalse();
        SyncTarget night = target("h", "", "", LocalTime.of(20, 0), LocalTime.of(6, 0));
        assertThat(night.isOpenAt(LocalTime.of(23, 0))).isTrue();
        assertThat(night.isOpenAt(LocalTime.of(5, 59))).isTrue();
        assertThat(night.isOpenAt(LocalTime.of(12, 0))).isFalse();
        assertThat(target("h", "", "", null, null).isOpenAt(LocalTime.NOON)).isTrue();
    }

    @Test
    void theSpeedIsBoundedOverAllConnections() {
        AtomicLong clock = new AtomicLong();
        SpeedLimit speedLimit = new SpeedLimit(100, clock::get, clock::addAndGet);
        IntStream.range(0, 100).forEach(_ -> speedLimit.pass(10_000));
        assertThat(Duration.ofNanos(clock.get())).isBetween(Duration.ofMillis(9_500), Duration.ofMillis(10_000));
    }

    @Test
    void pausesGrowUpToABoundAndDifferFromEachOther() {
        BackOff backOff = new BackOff(Duration.ofSeconds(1), Duration.ofSeconds(60));
        assertThat(backOff.full(1)).hasSeconds(1);
        assertThat(backOff.full(4)).hasSeconds(8);
        assertThat(backOff.full(1_000_000)).hasSeconds(60);
        assertThat(IntStream.range(0, 20).mapToObj(_ -> backOff.pause(4)).distinct().count()).isGreaterThan(10);
        assertThat(backOff.pause(4)).isBetween(Duration.ofSeconds(4), Duration.ofSeconds(8));
    }

    @Test
    void aStrangerTriesTheAddressesThatHostsUsuallyGive() {
        assertThat(Stranger.addresses(target("ftp.clinic.example", "/public_html/ct images", "", null, null)))
                .contains("https://clinic.example/ct images", "http://clinic.example/ct images",
                        "http://ftp.clinic.example/ct images");
        assertThat(Stranger.addresses(target("h", "x", "https://clinic.example/x/", null, null)))
                .containsExactly("https://clinic.example/x");
    }
}
