/**
 * Prescriptions: {@code /api/prescriptions}. They never change; a wrong one is withdrawn, with a reason, and stays to be seen.
 */
package org.hospitalviewer.clinical.prescription;
