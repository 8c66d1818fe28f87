/**
 * Signed reports as objects of the archive, when the settings say so: Encapsulated PDF (PS3.3 A.45.1) and Basic Text SR
 * (PS3.3 A.35.1) of the same study. An amended report is another instance that names the one before it.
 */
package org.hospitalviewer.clinical.filing;
