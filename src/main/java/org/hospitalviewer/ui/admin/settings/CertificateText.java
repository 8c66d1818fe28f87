package org.hospitalviewer.ui.admin.settings;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import org.hospitalviewer.appliance.tls.ServerCertificate;
import org.hospitalviewer.ui.admin.Readable;

/** The certificate in use: whose it is, until when, and its fingerprint to compare with what a browser shows. */
final class CertificateText extends Div {

    CertificateText(ServerCertificate certificate) {
        String end = Readable.moment(certificate.end(), UI.getCurrent().getLocale());
        add(new Paragraph(getTranslation(certificate.selfMade() ? "admin.settings.certificate.selfmade"
                : "admin.settings.certificate.given", end)));
        Span fingerprint = new Span(certificate.fingerprint());
        fingerprint.addClassName("path");
        Paragraph line = new Paragraph(new Span(getTranslation("admin.settings.certificate.fingerprint") + " "),
                fingerprint);
        line.addClassName("quiet");
        add(line);
    }
}
