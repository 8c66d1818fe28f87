package org.hospitalviewer.appliance.job;

/**
 * Something wrong that a run found.
 *
 * @param subject such as the relative path of a file
 * @param finding what is wrong with it, in a sentence
 */
public record JobFinding(String subject, String finding) {
}
