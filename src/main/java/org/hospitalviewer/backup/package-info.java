/**
 * Backups: made each night, tried out before they are called good, restored with one click. {@code file} is the format,
 * {@code images} the packs that backups share, {@code target} the places that keep them, {@code restore} the way back.
 */
package org.hospitalviewer.backup;
