/**
 * What reports begin with: templates by modality and body part, and short words that expand to text. The templates of the
 * program lie beside these classes as JSON; a copy that the administrator made wins over them.
 */
package org.hospitalviewer.clinical.template;
