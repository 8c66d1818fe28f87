/**
 * What a clinic brings along from the installation before this one: users with their passwords, medical reports, and a list
 * of studies to compare with the archive. Formats and how they are read: {@code docs/old-installation.md}.
 *
 * <p>Each kind of file can be looked at before anything is changed, each line has a result, and a second run changes nothing
 * that the first one did.
 */
package org.hospitalviewer.oldinstallation;
