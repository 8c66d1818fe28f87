package org.hospitalviewer.dicom.net;

/**
 * A message whose command set has arrived and whose data set, if any, still streams in.
 *
 * @param context presentation context of the message
 * @param command command set
 * @param dataSet at its end when the message has none
 */
record DimseMessage(PresentationContext context, CommandSet command, PdvInputStream dataSet) {
}
