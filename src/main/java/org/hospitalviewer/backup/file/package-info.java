/** A backup as a file: a ZIP with AES-256 that other programs open with the recovery key, and its table of contents. */
package org.hospitalviewer.backup.file;
