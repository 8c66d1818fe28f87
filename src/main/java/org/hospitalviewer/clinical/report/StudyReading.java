package org.hospitalviewer.clinical.report;

/**
 * Who is to read a study, and whether it cannot wait.
 *
 * @param assignedTo null for nobody
 */
public record StudyReading(Person assignedTo, boolean urgent) {

    static final StudyReading NONE = new StudyReading(null, false);
}
