package org.hospitalviewer.dicom.data;

/** A data set as lines for people, as dump programs print it; long values are cut. */
final class AttributesText {
    private static final int MAX_VALUE_CHARACTERS = 64;

    private final StringBuilder text = new StringBuilder();

    String append(Attributes attributes) {
        lines(attributes, "");
        return text.toString();
    }

    private void lines(Attributes attributes, String indent) {
        attributes.accept(new ElementVisitor<RuntimeException>() {
            @Override
            public void bytes(int tag, VR vr, byte[] value) {
                String shown = vr.isBulk() ? value.length + " bytes" : String.join("\\", attributes.getStrings(tag));
                line(indent, tag, vr, '[' + cut(shown) + ']');
            }

            @Override
            public void sequence(int tag, Sequence sequence) {
                line(indent, tag, VR.SQ, sequence.size() + " items");
                for (Attributes item : sequence) {
                    text.append(indent).append("  item\n");
                    lines(item, indent + "    ");
                }
            }

            @Override
            public void bulkData(int tag, BulkData value) {
                line(indent, tag, value.vr(), value.length() + " bytes at " + value.offset());
            }

            @Override
            public void fragments(int tag, Fragments value) {
                line(indent, tag, value.vr(), value.toString());
            }
        });
    }

    private void line(String indent, int tag, VR vr, String value) {
        text.append(indent).append(Tag.toDisplay(tag)).append(' ').append(vr).append(' ').append(value);
        Dictionary.keyword(tag).ifPresent(keyword -> text.append(' ').append(keyword));
        text.append('\n');
    }

    private static String cut(String value) {
        return value.length() <= MAX_VALUE_CHARACTERS ? value : value.substring(0, MAX_VALUE_CHARACTERS) + "...";
    }
}
