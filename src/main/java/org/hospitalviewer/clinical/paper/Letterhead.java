package org.hospitalviewer.clinical.paper;

/**
 * What stands above a report or a prescription.
 *
 * @param clinic  name of the clinic, empty for none
 * @param address in one line, empty for none
 * @param phone   empty for none
 * @param logo    PNG or JPEG; empty for none
 */
record Letterhead(String clinic, String address, String phone, byte[] logo) {
}
