package org.hospitalviewer.dicomweb;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.OutputStream;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import org.hospitalviewer.dicom.data.Attributes;
import org.hospitalviewer.dicom.json.DicomJson;

/**
 * Data sets in the DICOM JSON model (PS3.18 Annex F), written one at a time.
 *
 * @param mediaType as the client calls it
 * @param root      the service's root for addresses within
 */
record JsonAnswer(String mediaType, String root) {

    private static final List<String> MEDIA_TYPES = List.of("application/dicom+json", "application/json");

    /**
     * The answer the client asks for.
     *
     * @throws WebProblem 406 when it takes no JSON
     */
    static JsonAnswer to(HttpServletRequest request) {
        return AcceptHeader.of(request).stream().filter(range -> !range.isMultipart())
                .flatMap(range -> MEDIA_TYPES.stream().filter(range::accepts)).findFirst()
                .map(mediaType -> new JsonAnswer(mediaType, DicomWebAddress.root(request)))
                .orElseThrow(() -> WebProblem.notAcceptable("This is answered as application/dicom+json only."));
    }

    /** One data set as an object. */
    void write(Attributes dataSet, HttpServletResponse response) throws IOException {
        response.setContentType(mediaType);
        response.setHeader("Cache-Control", "no-store");
        DicomJson.write(dataSet, response.getOutputStream(), (_, _, _) -> Optional.empty());
    }

    void write(Iterator<Attributes> dataSets, HttpServletResponse response) throws IOException {
        response.setContentType(mediaType);
        if (!response.containsHeader("Cache-Control")) {
            response.setHeader("Cache-Control", "no-store");
        }
        write(dataSets, root, response.getOutputStream());
    }

    /** The same, wherever it goes. */
    static void write(Iterator<Attributes> dataSets, String root, OutputStream out) throws IOException {
        DicomJson.writeArray(dataSets, out, (dataSet, path, _) ->
                Optional.of(DicomWebAddress.of(root, dataSet) + "/bulkdata/" + path));
    }
}
