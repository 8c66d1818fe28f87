package org.hospitalviewer.sync;

import java.io.IOException;
import java.nio.file.Path;
import org.hospitalviewer.sync.target.FolderConnection;
import org.hospitalviewer.sync.target.FtpConnection;
import org.hospitalviewer.sync.target.ServerAddress;
import org.hospitalviewer.sync.target.TargetConnection;
import org.springframework.stereotype.Component;

/** Opens the way to a target. */
@Component
class TargetConnections {

    /** @throws org.hospitalviewer.sync.target.TargetException with what is wrong and what to do */
    TargetConnection open(SyncTarget target, String password) throws IOException {
        return target.kind().isServer() ? FtpConnection.open(address(target, password, target.folder()))
                : FolderConnection.open(Path.of(target.folder()));
    }

    /** Makes the folder on a server. */
    void makeFolder(SyncTarget target, String password) throws IOException {
        try (TargetConnection start = FtpConnection.open(address(target, password, ""))) {
            start.makeFolders(target.folder());
        }
    }

    private static ServerAddress address(SyncTarget target, String password, String folder) {
        return new ServerAddress(target.host(), target.port(), target.kind() == TargetKind.FTPS, target.username(), password,
                folder, target.fingerprint());
    }
}
