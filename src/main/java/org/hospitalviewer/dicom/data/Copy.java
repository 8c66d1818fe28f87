package org.hospitalviewer.dicom.data;

/** Copies elements into another data set, and text into its character set. Held bytes are shared: they never change. */
final class Copy implements ElementVisitor<RuntimeException> {
    private final Attributes target;
    private final Attributes source;
    private final boolean sameText;

    Copy(Attributes target, Attributes source) {
        this.target = target;
        this.source = source;
        takeCharacterSet();
        this.sameText = target.characterSet().equals(source.characterSet());
    }

    /**
     * A data set that is still empty takes over the declaration; an empty item only where the source item has its own.
     */
    private void takeCharacterSet() {
        byte[] own = source.getBytes(Tag.SpecificCharacterSet);
        if (!target.isEmpty()) {
            return;
        }
        if (own != null) {
            target.setBytes(Tag.SpecificCharacterSet, source.vr(Tag.SpecificCharacterSet), own);
        } else if (!target.isItem() && !source.characterSet().terms().isEmpty()) {
            target.setString(Tag.SpecificCharacterSet, VR.CS, source.characterSet().terms().toArray(String[]::new));
        }
    }

    @Override
    public void bytes(int tag, VR vr, byte[] value) {
        if (tag == Tag.SpecificCharacterSet) {
            return;
        }
        if (sameText || !vr.usesCharacterSet()) {
            target.setBytes(tag, vr, value);
        } else {
            target.setString(tag, vr, source.getStrings(tag));
        }
    }

    @Override
    public void sequence(int tag, Sequence sequence) {
        Sequence copied = target.newSequence(tag);
        copied.setUndefinedLength(sequence.isUndefinedLength());
        for (Attributes item : sequence) {
            Attributes copy = copied.addItem();
            copy.setUndefinedLength(item.isUndefinedLength());
            item.accept(new Copy(copy, item));
        }
    }

    @Override
    public void bulkData(int tag, BulkData value) {
        target.setBulkData(tag, value.vr(), value);
    }

    @Override
    public void fragments(int tag, Fragments value) {
        target.setFragments(tag, value);
    }
}
