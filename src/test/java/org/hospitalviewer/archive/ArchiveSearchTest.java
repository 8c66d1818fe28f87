package org.hospitalviewer.archive;

import org.hospitalviewer.ApplianceTest;

/** Searches in the embedded archive. */
@ApplianceTest
class ArchiveSearchTest extends ArchiveSearchContract {
}
