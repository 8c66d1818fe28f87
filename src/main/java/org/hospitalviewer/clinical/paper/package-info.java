/**
 * Reports and prescriptions on paper: PDF with the clinic's letterhead, in every script that the fonts of the program know.
 * Lines are laid out by Java's own text layout, which shapes letters and knows both directions of writing; the PDF then shows
 * exactly these glyphs and carries the text they stand for.
 */
package org.hospitalviewer.clinical.paper;
