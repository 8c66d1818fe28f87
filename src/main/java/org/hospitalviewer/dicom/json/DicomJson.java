package org.hospitalviewer.dicom.json;

import java.io.IOException;
import java.io.OutputStream;
import java.util.Iterator;
import org.hospitalviewer.dicom.data.Attributes;

/** Writes data sets in the DICOM JSON model (PS3.18 Annex F), as UTF-8. */
public final class DicomJson {
    private DicomJson() {
    }

    /** Writes one data set as a JSON object; the stream stays open. */
    public static void write(Attributes dataSet, OutputStream out, BulkDataUri bulkData) throws IOException {
        JsonOutput json = new JsonOutput(out);
        new DataSetJson(json, dataSet, bulkData).write();
        json.flush();
    }

    /** Writes data sets as a JSON array, taking them one at a time; the stream stays open. */
    public static void writeArray(Iterator<Attributes> dataSets, OutputStream out, BulkDataUri bulkData)
            throws IOException {
        JsonOutput json = new JsonOutput(out);
        json.raw('[');
        while (dataSets.hasNext()) {
            new DataSetJson(json, dataSets.next(), bulkData).write();
            if (dataSets.hasNext()) {
                json.raw(',');
            }
        }
        json.raw(']');
        json.flush();
    }
}
