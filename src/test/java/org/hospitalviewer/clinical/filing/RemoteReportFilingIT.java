package org.hospitalviewer.clinical.filing;

import org.hospitalviewer.RemoteApplianceTest;

/** Signed reports in an Orthanc. */
@RemoteApplianceTest
class RemoteReportFilingIT extends FilingContract {
}
