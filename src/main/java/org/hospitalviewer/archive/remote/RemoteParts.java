package org.hospitalviewer.archive.remote;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;

/**
 * What a remote archive is made of.
 *
 * @param uncached searches whose answers are never those of before
 */
record RemoteParts(RemoteConnection server, RemoteSearch search, RemoteSearch uncached, StudyList studies, ChangeLog log,
                   ChangeFollower follower, FetchedFiles files, ObjectDownload download) {

    /** Room for fetched objects. */
    record Room(Path folder, long maxBytes, long reserveBytes) {
    }

    /** Puts them together and begins to follow the server. */
    static RemoteParts of(RemoteConnection server, Path sequenceFile, Room room, Clock clock) throws IOException {
        Epoch epoch = new Epoch();
        RemoteSearch search = new RemoteSearch(server, new QueryCache(() ->
                Duration.ofSeconds(server.settings().querySeconds()), epoch), epoch);
        RemoteSearch uncached = new RemoteSearch(server, new QueryCache(() -> Duration.ZERO, epoch), epoch);
        ChangeLog log = new ChangeLog(new SequenceNumbers(sequenceFile), epoch);
        ObjectDownload download = new ObjectDownload(server);
        FetchedFiles files = new FetchedFiles(room.folder(), room.maxBytes(), room.reserveBytes(), download);
        return new RemoteParts(server, search, uncached, new StudyList(search, clock), log,
                new ChangeFollower(server, log, new StudyList(uncached, clock)), files, download);
    }
}
