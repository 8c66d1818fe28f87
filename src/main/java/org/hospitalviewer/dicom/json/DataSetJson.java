package org.hospitalviewer.dicom.json;

import java.io.IOException;
import java.util.Base64;
import java.util.Optional;
import org.hospitalviewer.dicom.data.AttributePath;
import org.hospitalviewer.dicom.data.Attributes;
import org.hospitalviewer.dicom.data.BulkData;
import org.hospitalviewer.dicom.data.ElementVisitor;
import org.hospitalviewer.dicom.data.Fragments;
import org.hospitalviewer.dicom.data.PixelDataLocation;
import org.hospitalviewer.dicom.data.Sequence;
import org.hospitalviewer.dicom.data.Tag;
import org.hospitalviewer.dicom.data.VR;

/** Writes one data set with its items (PS3.18 F.2). */
final class DataSetJson {
    private final JsonOutput json;
    private final Attributes dataSet;
    private final BulkDataUri bulkData;

    DataSetJson(JsonOutput json, Attributes dataSet, BulkDataUri bulkData) {
        this.json = json;
        this.dataSet = dataSet;
        this.bulkData = bulkData;
    }

    void write() throws IOException {
        object(dataSet, null, 0);
    }

    private void object(Attributes attributes, Path sequence, int item) throws IOException {
        json.raw('{');
        attributes.accept(new Elements(attributes, sequence, item));
        json.raw('}');
    }

    /** The way to a sequence, turned into text only where bulk data needs it. */
    private record Path(Path outer, int item, int tag) {
        private static String text(Path path) {
            return path.outer == null ? Tag.toString(path.tag)
                    : AttributePath.child(text(path.outer), path.item, path.tag);
        }
    }

    private final class Elements implements ElementVisitor<IOException> {
        private final Attributes attributes;
        private final Path outer;
        private final int item;
        private boolean first = true;

        private Elements(Attributes attributes, Path outer, int item) {
            this.attributes = attributes;
            this.outer = outer;
            this.item = item;
        }

        private void begin(int tag, VR vr) throws IOException {
            json.raw(first ? "\"" : ",\"");
            first = false;
            json.raw(Tag.toString(tag));
            json.raw("\":{\"vr\":\"");
            json.raw(vr.name());
            json.raw('"');
        }

        @Override
        public void bytes(int tag, VR vr, byte[] value) throws IOException {
            // Group lengths have no place in JSON (PS3.18 F.2.2).
            if (Tag.isGroupLength(tag)) {
                return;
            }
            VR understood = vr == VR.UN ? attributes.understoodVr(tag) : vr;
            begin(tag, understood);
            if (understood.isBulk()) {
                inlineBinary(value);
            } else if (tag == Tag.SpecificCharacterSet) {
                // The JSON is UTF-8, whatever the data set was (PS3.18 F.2).
                json.raw(",\"Value\":[\"ISO_IR 192\"]");
            } else {
                new ValuesJson(json).write(attributes, tag, understood);
            }
            json.raw('}');
        }

        private void inlineBinary(byte[] value) throws IOException {
            if (value.length > 0) {
                json.raw(",\"InlineBinary\":\"");
                json.raw(Base64.getEncoder().encode(value));
                json.raw('"');
            }
        }

        @Override
        public void sequence(int tag, Sequence sequence) throws IOException {
            begin(tag, VR.SQ);
            if (!sequence.isEmpty()) {
                json.raw(",\"Value\":[");
                items(sequence, new Path(outer, item, tag));
                json.raw(']');
            }
            json.raw('}');
        }

        private void items(Sequence sequence, Path path) throws IOException {
            for (int i = 0; i < sequence.size(); i++) {
                if (i > 0) {
                    json.raw(',');
                }
                object(sequence.get(i), path, i + 1);
            }
        }

        @Override
        public void bulkData(int tag, BulkData value) throws IOException {
            reference(tag, value);
        }

        @Override
        public void fragments(int tag, Fragments value) throws IOException {
            reference(tag, value);
        }

        private void reference(int tag, PixelDataLocation value) throws IOException {
            begin(tag, value.vr());
            Optional<String> uri = bulkData.of(dataSet, Path.text(new Path(outer, item, tag)), value);
            if (uri.isPresent()) {
                json.raw(",\"BulkDataURI\":");
                json.string(uri.get());
            }
            json.raw('}');
        }
    }
}
