package org.hospitalviewer.dicom.image.render;

import java.io.IOException;
import org.hospitalviewer.dicom.data.Attributes;
import org.hospitalviewer.dicom.data.Tag;
import org.hospitalviewer.dicom.image.Samples;
import org.hospitalviewer.dicom.image.UndecodableImageException;

/** Palette Color Lookup Tables (PS3.3 C.7.6.3.1.5, C.7.9), as colours of 8 bits. */
final class Palette {
    private final int first;
    private final byte[][] colours;

    private Palette(int first, byte[][] colours) {
        this.first = first;
        this.colours = colours;
    }

    static Palette read(Attributes header, TableSource source) throws IOException {
        byte[][] colours = {
            table(header, source, Tag.RedPaletteColorLookupTableDescriptor, Tag.RedPaletteColorLookupTableData,
                    Tag.SegmentedRedPaletteColorLookupTableData),
            table(header, source, Tag.GreenPaletteColorLookupTableDescriptor, Tag.GreenPaletteColorLookupTableData,
                    Tag.SegmentedGreenPaletteColorLookupTableData),
            table(header, source, Tag.BluePaletteColorLookupTableDescriptor, Tag.BluePaletteColorLookupTableData,
                    Tag.SegmentedBluePaletteColorLookupTableData)};
        return new Palette(LookupTable.descriptor(header, Tag.RedPaletteColorLookupTableDescriptor)[1], colours);
    }

    private static byte[] table(Attributes header, TableSource source, int descriptor, int data, int segments)
            throws IOException {
        if (!header.containsValue(data) && header.containsValue(segments)) {
            int[] numbers = LookupTable.descriptor(header, descriptor);
            int[] values = new PaletteSegments(source.bytes(header, segments), numbers[0] == 0 ? 65536 : numbers[0],
                    numbers[2]).expanded();
            return eightBits(new LookupTable(numbers[1], numbers[2], values));
        }
        return eightBits(LookupTable.read(header, descriptor, source.bytes(header, data)));
    }

    /** The upper byte of 16 bits, unless all entries show that they are 8 bits in disguise. */
    private static byte[] eightBits(LookupTable table) {
        boolean wide = false;
        for (int value : table.values()) {
            wide |= value > 0xFF;
        }
        byte[] bytes = new byte[table.values().length];
        for (int i = 0; i < bytes.length; i++) {
            bytes[i] = (byte) (wide ? table.values()[i] >> Math.max(0, table.bits() - 8) : table.values()[i]);
        }
        return bytes;
    }

    /** Red, green and blue of every pixel. */
    byte[] render(Samples samples) throws UndecodableImageException {
        if (!(samples instanceof Samples.Of16(short[] values, boolean signed))) {
            throw UndecodableImageException.unsupported("A palette cannot have so many colours.");
        }
        byte[] picture = new byte[values.length * 3];
        for (int colour = 0; colour < 3; colour++) {
            byte[] table = colours[colour];
            for (int i = 0, at = colour; i < values.length; i++, at += 3) {
                int index = (signed ? values[i] : values[i] & 0xFFFF) - first;
                picture[at] = table[Math.clamp(index, 0, table.length - 1)];
            }
        }
        return picture;
    }
}
