package org.hospitalviewer.appliance;

import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * What becomes of signed reports beside the database.
 *
 * @param storePdf whether they are put into the archive as PDF objects of their study
 * @param storeSr  whether they are put into the archive as structured reports of their study
 */
public record ReportSettings(
        @DefaultValue("false") boolean storePdf,
        @DefaultValue("false") boolean storeSr) {
}
