package org.hospitalviewer.appliance.device;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.UUID;
import org.hospitalviewer.ApplianceTest;
import org.hospitalviewer.peers.Await;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The list of devices: named ones, and strangers that were heard. */
@ApplianceTest
class DevicesTest {

    private static final Duration PATIENCE = Duration.ofSeconds(10);

    @Autowired
    private Devices devices;
    @Autowired
    private DeviceTable table;
    @Autowired
    private JdbcClient jdbc;

    private static String freshTitle() {
        return "T" + UUID.randomUUID().toString().substring(0, 13).replace("-", "");
    }

    private static DeviceEntry entry(String aeTitle) {
        return new DeviceEntry(aeTitle, "CT", "", null, true, false, false, false);
    }

    @Test
    void aStrangerIsHeardAndThenNamed() {
        String title = freshTitle();
        table.seen(title, "192.0.2.7", Instant.parse("2026-11-22T10:00:00Z"));
        Device stranger = table.find(title).orElseThrow();
        assertThat(stranger.known()).isFalse();
        assertThat(devices.known(title)).isEmpty();

        Device named = devices.add(entry(title));

        assertThat(named.id()).isEqualTo(stranger.id());
        assertThat(devices.known(title)).contains(named);
        assertThat(named.lastAddress()).isEqualTo("192.0.2.7");
        assertThat(named.lastSeen()).isEqualTo("2026-11-22T10:00:00Z");
        assertThat(devices.remove(named.id())).isTrue();
        assertThat(devices.known(title)).isEmpty();
        assertThat(devices.remove(named.id())).isFalse();
    }

    @Test
    void anAeTitleBelongsToOneDevice() {
        String title = freshTitle();
        Device first = devices.add(entry(title));
        assertThatThrownBy(() -> devices.add(entry(title))).isInstanceOfSatisfying(InvalidDeviceException.class,
                refused -> assertThat(refused.problem()).isEqualTo(DeviceProblem.AE_TITLE_TAKEN));
        Device second = devices.add(entry(freshTitle()));
        assertThatThrownBy(() -> devices.change(second.id(), entry(title))).isInstanceOf(InvalidDeviceException.class);

        String heard = freshTitle();
        table.seen(heard, "192.0.2.7", Instant.now());
        assertThat(devices.change(second.id(), entry(heard)).orElseThrow().aeTitle()).isEqualTo(heard);
        assertThat(table.all()).filteredOn(device -> device.aeTitle().equals(heard)).hasSize(1);
        assertThat(devices.change(-1, entry(title))).isEmpty();
        devices.remove(first.id());
        devices.remove(second.id());
    }

    @ParameterizedTest
    @CsvSource({"'',host,104,AE_TITLE", "SEVENTEEN-LETTERS,host,104,AE_TITLE", "OK,ho st,104,HOST",
        "OK,host;rm,104,HOST", "OK,host,0,PORT", "OK,host,65536,PORT", "OK,host,,PORT", "OK,'',104,PORT"})
    void anEntryThatMakesNoSenseIsRefused(String title, String host, Integer port, DeviceProblem problem) {
        assertThat(new DeviceEntry(title, "CT", host, port, true, false, false, false).problem()).contains(problem);
        assertThat(entry("X\\Y").problem()).contains(DeviceProblem.AE_TITLE);
        assertThat(new DeviceEntry("OK", "x".repeat(101), "", null, true, false, false, false).problem())
                .contains(DeviceProblem.NAME);
    }

    @Test
    void aBusyDeviceIsNotedOnceAMinuteOrWhenItsAddressChanges() throws InterruptedException {
        String title = freshTitle();
        Instant[] now = {Instant.parse("2026-11-22T10:00:00Z")};
        Clock clock = new MovingClock(now);
        DeviceSightings sightings = new DeviceSightings(table, devices, clock);
        sightings.seen(title, "192.0.2.7");
        now[0] = now[0].plusSeconds(30);
        sightings.seen(title, "192.0.2.7");
        sightings.destroy();
        assertThat(table.find(title).orElseThrow().lastSeen()).isEqualTo("2026-11-22T10:00:00Z");

        DeviceSightings later = new DeviceSightings(table, devices, clock);
        later.seen(title, "192.0.2.7");
        now[0] = now[0].plusSeconds(61);
        later.seen(title, "192.0.2.7");
        Await.until("the later call is noted", PATIENCE,
                () -> table.find(title).orElseThrow().lastSeen().equals(now[0]));
        later.seen(title, "192.0.2.8");
        Await.until("the other address is noted", PATIENCE,
                () -> table.find(title).orElseThrow().lastAddress().equals("192.0.2.8"));
        later.destroy();
    }

    @Test
    void strangersDoNotFillTheList() {
        for (int i = 0; i < 205; i++) {
            table.seen("FLOOD-" + i, "192.0.2.9", Instant.parse("2020-01-01T00:00:00Z").plusSeconds(i));
        }
        assertThat(jdbc.sql("SELECT COUNT(*) FROM devices WHERE NOT is_known").query(Integer.class).single())
                .isLessThanOrEqualTo(200);
        assertThat(table.find("FLOOD-0")).isEmpty();
        assertThat(table.find("FLOOD-204")).isPresent();
        jdbc.sql("DELETE FROM devices WHERE ae_title LIKE 'FLOOD-%'").update();
    }

    private static final class MovingClock extends Clock {

        private final Instant[] now;

        MovingClock(Instant[] now) {
            this.now = now;
        }

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }

        @Override
        public Instant instant() {
            return now[0];
        }
    }
}
