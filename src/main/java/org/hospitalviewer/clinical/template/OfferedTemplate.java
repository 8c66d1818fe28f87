package org.hospitalviewer.clinical.template;

/**
 * A template as the administrator sees it.
 *
 * @param builtIn whether the program brings one under this key
 * @param edited  whether what it says was changed here, or made here
 */
public record OfferedTemplate(ReportTemplate template, boolean builtIn, boolean edited) {
}
