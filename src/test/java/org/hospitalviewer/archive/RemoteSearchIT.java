package org.hospitalviewer.archive;

import org.hospitalviewer.RemoteApplianceTest;

/** The searches of every archive, done with an Orthanc. */
@RemoteApplianceTest
class RemoteSearchIT extends ArchiveSearchContract {
}
