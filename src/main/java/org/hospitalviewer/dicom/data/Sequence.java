package org.hospitalviewer.dicom.data;

import java.util.AbstractList;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/**
 * The items of a sequence element (PS3.5 7.5). Each item belongs to the data set of the sequence and inherits from it.
 */
public final class Sequence extends AbstractList<Attributes> {
    private final Attributes owner;
    private final List<Attributes> items = new ArrayList<>(1);
    private boolean undefinedLength;

    Sequence(Attributes owner) {
        this.owner = owner;
    }

    /** Appends an empty item and returns it to be filled. */
    public Attributes addItem() {
        Attributes item = new Attributes();
        add(item);
        return item;
    }

    @Override
    public void add(int index, Attributes item) {
        Objects.requireNonNull(item).setParent(owner);
        items.add(index, item);
    }

    @Override
    public Attributes get(int index) {
        return items.get(index);
    }

    @Override
    public Attributes remove(int index) {
        Attributes item = items.remove(index);
        item.setParent(null);
        return item;
    }

    @Override
    public int size() {
        return items.size();
    }

    /** Whether the sequence is, or is to be, encoded with undefined length and a delimiter (PS3.5 7.5.2). */
    public boolean isUndefinedLength() {
        return undefinedLength;
    }

    public void setUndefinedLength(boolean undefinedLength) {
        this.undefinedLength = undefinedLength;
    }
}
