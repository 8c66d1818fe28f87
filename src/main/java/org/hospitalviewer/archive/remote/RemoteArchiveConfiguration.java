package org.hospitalviewer.archive.remote;

import java.io.IOException;
import java.time.Clock;
import org.hospitalviewer.appliance.Home;
import org.hospitalviewer.appliance.OnlyInRemoteMode;
import org.hospitalviewer.appliance.RemotePassword;
import org.hospitalviewer.appliance.ViewerSettings;
import org.hospitalviewer.appliance.settings.Settings;
import org.hospitalviewer.archive.Archive;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Puts the remote archive together; everything else knows it only as {@link Archive}. */
@Configuration(proxyBeanMethods = false)
@OnlyInRemoteMode
class RemoteArchiveConfiguration {

    private static final long BYTES_PER_MEGABYTE = 1L << 20;

    @Bean
    Archive archive(Home home, ViewerSettings atStart, Settings settings, RemotePassword password) throws IOException {
        RemoteConnection server = new RemoteConnection(() -> settings.current().remote(), password::current,
                Trust.of(atStart.remote().certificate()), GuardedBody.STALL_LIMIT);
        return new RemoteArchive(RemoteParts.of(server, home.root().resolve("data").resolve("remote-sequence"),
                new RemoteParts.Room(home.fetched(), atStart.remote().cacheMegabytes() * BYTES_PER_MEGABYTE,
                        atStart.reserveMegabytes() * BYTES_PER_MEGABYTE), Clock.systemDefaultZone()));
    }
}
