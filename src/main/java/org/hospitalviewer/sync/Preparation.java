package org.hospitalviewer.sync;

import java.io.IOException;
import java.util.Optional;
import org.hospitalviewer.sync.target.TargetConnection;
import org.hospitalviewer.sync.target.TargetException;
import org.hospitalviewer.sync.target.Trouble;
import org.springframework.stereotype.Component;

/** What has to be true of a target before files go there. */
@Component
class Preparation {

    private final Stranger stranger;

    Preparation() {
        this(new Stranger());
    }

    Preparation(Stranger stranger) {
        this.stranger = stranger;
    }

    /**
     * Closes the folder to the web and makes sure of it.
     *
     * @param first nothing of ours lies there yet
     * @throws TargetException when files would not be safe there
     */
    void prepare(SyncTarget target, TargetConnection connection, boolean first) throws IOException {
        if (!target.kind().isServer()) {
            return;
        }
        ClosedFolder folder = new ClosedFolder(connection);
        if (first) {
            folder.requireOurs();
        }
        folder.close();
        Optional<String> open = stranger.readsFilesOf(target, connection);
        if (open.isPresent()) {
            throw new TargetException(Trouble.EXPOSED, "Anybody can read files of this folder at " + open.get()
                    + ". The server does not heed .htaccess. Choose a folder outside of the web site.");
        }
    }
}
