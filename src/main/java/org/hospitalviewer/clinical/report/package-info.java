/**
 * Reports of studies: what they say, each version they ever had, what is typed and not yet saved, who writes at the moment,
 * and which studies are still to be read. The REST interface is described in {@code docs/reports.md}.
 *
 * <p>A report is a draft until it is signed. What is signed never changes in place: an amendment is a new version with a
 * reason, and until it is signed as well, it lives in the working copy of whoever writes it, while everybody else reads
 * the version before.
 */
package org.hospitalviewer.clinical.report;
