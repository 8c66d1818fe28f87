package org.hospitalviewer.dicomweb;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Iterator;
import java.util.Optional;
import org.hospitalviewer.dicom.data.Attributes;
import org.hospitalviewer.dicom.json.DicomJson;

/** Data sets in the DICOM JSON model (PS3.18 Annex F). */
final class JsonAnswer {

    private static final String DICOM_JSON = "application/dicom+json";

    private JsonAnswer() {
    }

    static void requireAccepted(HttpServletRequest request) {
        boolean accepted = MediaRange.parse(AcceptHeader.of(request)).stream()
                .anyMatch(range -> !range.isMultipart()
                        && (range.accepts(DICOM_JSON) || range.accepts("application/json")));
        if (!accepted) {
            throw WebProblem.notAcceptable("This is answered as application/dicom+json only.");
        }
    }

    static void write(Iterator<Attributes> dataSets, String root, HttpServletResponse response) throws IOException {
        response.setContentType(DICOM_JSON);
        response.setHeader("Cache-Control", "no-cache");
        DicomJson.writeArray(dataSets, response.getOutputStream(), (dataSet, path, _) ->
                Optional.of(DicomWebAddress.of(root, dataSet) + "/bulkdata/" + path));
    }
}
