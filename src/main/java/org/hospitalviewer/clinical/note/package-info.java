/**
 * Notes on studies, series and instances: {@code /api/notes}. Everybody who works in the clinic reads and writes them, referring
 * doctors do not; their authors and administrators change them.
 */
package org.hospitalviewer.clinical.note;
