/** Everything of one patient, gathered from the archive and from what people of the clinic wrote. */
package org.hospitalviewer.clinical.patient;
