package org.hospitalviewer.clinical.filing;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.hospitalviewer.archive.Archive;
import org.hospitalviewer.archive.StoredInstance;
import org.hospitalviewer.clinical.report.KeyImage;
import org.hospitalviewer.clinical.report.SignedReports.SignedReport;

/** The key images of a report that are in the archive, with what a reference to them needs. */
final class ReferencedImages {

    private ReferencedImages() {
    }

    /**
     * A key image.
     *
     * @param multiFrame whether the number of its frame has to be said
     */
    record ReferencedImage(KeyImage key, String sopClassUid, boolean multiFrame) {
    }

    static List<ReferencedImage> of(Archive archive, SignedReport signed) throws IOException {
        List<ReferencedImage> found = new ArrayList<>();
        for (KeyImage key : signed.version().content().keyImages()) {
            Optional<StoredInstance> instance = archive.instance(signed.report().studyInstanceUid(),
                    key.seriesInstanceUid(), key.sopInstanceUid());
            if (instance.isPresent()) {
                found.add(new ReferencedImage(key, instance.get().sopClassUid(), instance.get().frameCount() > 1));
            }
        }
        return found;
    }
}
