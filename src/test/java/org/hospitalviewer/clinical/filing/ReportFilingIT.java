package org.hospitalviewer.clinical.filing;

import org.hospitalviewer.ApplianceTest;

/** Signed reports in the appliance's own archive. */
@ApplianceTest
class ReportFilingIT extends FilingContract {
}
