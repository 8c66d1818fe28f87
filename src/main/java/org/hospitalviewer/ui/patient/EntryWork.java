package org.hospitalviewer.ui.patient;

import org.hospitalviewer.clinical.note.Notes;
import org.hospitalviewer.clinical.prescription.Prescriptions;

/**
 * What entries need to be changed.
 *
 * @param done called after a change
 */
record EntryWork(Notes notes, Prescriptions prescriptions, Runnable done) {
}
