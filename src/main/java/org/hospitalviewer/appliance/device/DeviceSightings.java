package org.hospitalviewer.appliance.device;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DataAccessException;
import org.springframework.stereotype.Service;

/** Remembers who called and when, at most once a minute for each, without keeping the caller waiting. */
@Service
public class DeviceSightings implements DisposableBean {

    private static final Logger LOG = LoggerFactory.getLogger(DeviceSightings.class);
    private static final Duration ONCE_IN = Duration.ofMinutes(1);
    private static final int MAX_REMEMBERED = 1_000;

    private final DeviceTable table;
    private final Devices devices;
    private final Clock clock;
    private final Map<String, Sighting> sightings = new ConcurrentHashMap<>();
    /** One thread; what does not fit into its queue is heard again at the next call. */
    private final ThreadPoolExecutor writer = new ThreadPoolExecutor(1, 1, 10, TimeUnit.SECONDS,
            new ArrayBlockingQueue<>(MAX_REMEMBERED), Thread.ofPlatform().name("device-sightings").daemon().factory(),
            new ThreadPoolExecutor.DiscardPolicy());

    @Autowired
    DeviceSightings(DeviceTable table, Devices devices) {
        this(table, devices, Clock.systemUTC());
    }

    DeviceSightings(DeviceTable table, Devices devices, Clock clock) {
        this.table = table;
        this.devices = devices;
        this.clock = clock;
        writer.allowCoreThreadTimeOut(true);
        devices.onRemoval(sightings::remove); // it shall appear again at its next call
    }

    /**
     * A device called; returns at once.
     *
     * @param address network address it called from
     */
    public void seen(String aeTitle, String address) {
        Sighting now = new Sighting(address, clock.instant());
        Sighting last = sightings.get(aeTitle);
        if (aeTitle.isBlank() || last != null && last.isStillGood(now)) {
            return;
        }
        if (sightings.size() >= MAX_REMEMBERED) {
            sightings.clear();
        }
        sightings.put(aeTitle, now);
        writer.execute(() -> keep(aeTitle, now));
    }

    private void keep(String aeTitle, Sighting sighting) {
        try {
            table.seen(aeTitle, sighting.address(), sighting.time());
            devices.heard();
        } catch (DataAccessException e) {
            LOG.warn("The call of {} could not be noted: {}", aeTitle, e.getMessage());
            sightings.remove(aeTitle, sighting);
        }
    }

    @Override
    public void destroy() throws InterruptedException {
        writer.shutdown();
        writer.awaitTermination(2, TimeUnit.SECONDS);
    }

    private record Sighting(String address, Instant time) {
        boolean isStillGood(Sighting now) {
            return address.equals(now.address) && Duration.between(time, now.time).compareTo(ONCE_IN) < 0;
        }
    }
}
