package org.hospitalviewer.archive.remote;

import java.io.IOException;
import java.io.InputStream;
import java.util.function.Consumer;
import org.hospitalviewer.dicom.data.Attributes;
import org.hospitalviewer.dicom.data.Tag;
import org.hospitalviewer.dicom.data.VR;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.exc.JacksonIOException;
import tools.jackson.core.json.JsonFactory;

/**
 * Reads data sets in the DICOM JSON model (PS3.18 Annex F) one at a time as they arrive. What a hostile server can make
 * it hold is bounded: depth, length of one text, number of elements, length of the whole.
 */
final class DicomJsonReader {

    /** Each item takes three levels: element, its values, the item itself. */
    private static final int MAX_JSON_DEPTH = 200;
    private static final int MAX_TEXT_CHARACTERS = 16 << 20;
    private static final int MAX_NAME_CHARACTERS = 200;
    private static final int MAX_NUMBER_CHARACTERS = 100;
    private static final String UTF_8 = "ISO_IR 192";

    private final JsonParser json;
    private final JsonLimits limits;
    private int elements;

    private DicomJsonReader(JsonParser json, JsonLimits limits) {
        this.json = json;
        this.limits = limits;
    }

    /**
     * Reads an array of data sets.
     *
     * @throws MalformedAnswerException when it is none, or costs too much
     * @throws IOException              when the connection breaks
     */
    static void readArray(InputStream in, JsonLimits limits, Consumer<Attributes> taker) throws IOException {
        try (JsonParser json = factory(limits.maxBytes()).createParser(ObjectReadContext.empty(), in)) {
            DicomJsonReader reader = new DicomJsonReader(json, limits);
            reader.expect(json.nextToken(), JsonToken.START_ARRAY);
            for (JsonToken token = json.nextToken(); token != JsonToken.END_ARRAY; token = json.nextToken()) {
                reader.expect(token, JsonToken.START_OBJECT);
                taker.accept(reader.dataSet());
            }
        } catch (JacksonIOException e) {
            throw e.getCause();
        } catch (JacksonException | IllegalArgumentException e) {
            throw malformed(e);
        }
    }

    /**
     * Reads a single data set.
     *
     * @throws MalformedAnswerException when it is none, or costs too much
     * @throws IOException              when the connection breaks
     */
    static Attributes readOne(InputStream in, JsonLimits limits) throws IOException {
        try (JsonParser json = factory(limits.maxBytes()).createParser(ObjectReadContext.empty(), in)) {
            DicomJsonReader reader = new DicomJsonReader(json, limits);
            reader.expect(json.nextToken(), JsonToken.START_OBJECT);
            return reader.dataSet();
        } catch (JacksonIOException e) {
            throw e.getCause();
        } catch (JacksonException | IllegalArgumentException e) {
            throw malformed(e);
        }
    }

    private static JsonFactory factory(long maxBytes) {
        return JsonFactory.builder().streamReadConstraints(StreamReadConstraints.builder()
                .maxDocumentLength(maxBytes).maxNestingDepth(MAX_JSON_DEPTH).maxStringLength(MAX_TEXT_CHARACTERS)
                .maxNameLength(MAX_NAME_CHARACTERS).maxNumberLength(MAX_NUMBER_CHARACTERS).build()).build();
    }

    private static MalformedAnswerException malformed(RuntimeException cause) {
        return new MalformedAnswerException("What the archive answers is no DICOM JSON", cause);
    }

    private Attributes dataSet() {
        Attributes dataSet = new Attributes();
        dataSet.setString(Tag.SpecificCharacterSet, VR.CS, UTF_8);
        members(dataSet, json.nextToken());
        dataSet.trim();
        return dataSet;
    }

    /** All elements up to the end of the object, the first token having been read. */
    private void members(Attributes target, JsonToken first) {
        for (JsonToken token = first; token != JsonToken.END_OBJECT; token = json.nextToken()) {
            expect(token, JsonToken.PROPERTY_NAME);
            if (++elements > limits.maxElements()) {
                throw new IllegalArgumentException("More than " + limits.maxElements() + " elements");
            }
            int tag = tag(json.currentName());
            expect(json.nextToken(), JsonToken.START_OBJECT);
            element(target, tag);
        }
    }

    /** The members come in any order, the VR often last. */
    private void element(Attributes target, int tag) {
        ElementJson element = new ElementJson(target, tag);
        for (JsonToken token = json.nextToken(); token != JsonToken.END_OBJECT; token = json.nextToken()) {
            expect(token, JsonToken.PROPERTY_NAME);
            String name = json.currentName();
            JsonToken value = json.nextToken();
            switch (name) {
                case "vr" -> element.vr(value == JsonToken.VALUE_STRING ? json.getString() : "");
                case "Value" -> values(element, value);
                case "InlineBinary" -> element.binary(value == JsonToken.VALUE_NULL ? new byte[0]
                        : json.getBinaryValue());
                case "BulkDataURI" -> element.elsewhere();
                default -> json.skipChildren();
            }
        }
        element.finish();
    }

    private void values(ElementJson element, JsonToken array) {
        expect(array, JsonToken.START_ARRAY);
        for (JsonToken token = json.nextToken(); token != JsonToken.END_ARRAY; token = json.nextToken()) {
            switch (token) {
                case VALUE_NULL -> element.value("");
                case VALUE_STRING, VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT -> element.value(json.getString());
                case START_OBJECT -> object(element);
                case null, default -> throw new IllegalArgumentException("Not a value: " + token);
            }
        }
    }

    /** An item of a sequence has tags for names, a person name the names of its groups; an empty one may be either. */
    private void object(ElementJson element) {
        JsonToken first = json.nextToken();
        if (first == JsonToken.END_OBJECT) {
            element.emptyObject();
        } else if (isTag(json.currentName())) {
            members(element.item(), first);
        } else {
            element.value(personName(first));
        }
    }

    private String personName(JsonToken first) {
        String[] groups = {"", "", ""};
        for (JsonToken token = first; token != JsonToken.END_OBJECT; token = json.nextToken()) {
            expect(token, JsonToken.PROPERTY_NAME);
            String name = json.currentName();
            JsonToken value = json.nextToken();
            String text = value == JsonToken.VALUE_STRING ? json.getString() : "";
            switch (name) {
                case "Alphabetic" -> groups[0] = text;
                case "Ideographic" -> groups[1] = text;
                case "Phonetic" -> groups[2] = text;
                default -> json.skipChildren();
            }
        }
        return String.join("=", groups).replaceFirst("=+$", "");
    }

    private static int tag(String name) {
        if (!isTag(name)) {
            throw new IllegalArgumentException("Not a tag");
        }
        return Integer.parseUnsignedInt(name, 16);
    }

    private static boolean isTag(String name) {
        return name != null && name.length() == 8 && name.chars().allMatch(c -> c < 128 && Character.digit(c, 16) >= 0);
    }

    private void expect(JsonToken token, JsonToken expected) {
        if (token != expected) {
            throw new IllegalArgumentException("Expected " + expected + ", not " + token);
        }
    }
}
