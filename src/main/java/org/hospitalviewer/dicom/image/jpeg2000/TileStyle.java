package org.hospitalviewer.dicom.image.jpeg2000;

import java.util.Arrays;
import org.hospitalviewer.dicom.image.UndecodableImageException;

/** What marker segments say of how tiles are coded; a tile begins with a copy of what the main header says. */
final class TileStyle {
    private static final int OWN_PRECINCTS = 1;

    int progression;
    int layers;
    boolean colourTransform;
    private final CodingStyle[] styles;
    private final Quantization[] quantizations;
    /** Components with a segment of their own, which the common one does not change. */
    private final boolean[] ownStyle;
    private final boolean[] ownQuantization;

    TileStyle(int components) {
        styles = new CodingStyle[components];
        quantizations = new Quantization[components];
        ownStyle = new boolean[components];
        ownQuantization = new boolean[components];
    }

    /** For a tile, whose common segments come before the components' own ones of the main header. */
    TileStyle forTile() {
        TileStyle copy = new TileStyle(styles.length);
        copy.progression = progression;
        copy.layers = layers;
        copy.colourTransform = colourTransform;
        System.arraycopy(styles, 0, copy.styles, 0, styles.length);
        System.arraycopy(quantizations, 0, copy.quantizations, 0, quantizations.length);
        return copy;
    }

    void readCod(ByteReader in) throws UndecodableImageException {
        int flags = in.u8();
        progression = in.u8();
        layers = in.u16();
        colourTransform = in.u8() == 1;
        if (progression > 4 || layers == 0) {
            throw UndecodableImageException.damaged("The JPEG 2000 data names an unknown progression.");
        }
        CodingStyle style = CodingStyle.read(in, (flags & OWN_PRECINCTS) != 0);
        for (int i = 0; i < styles.length; i++) {
            styles[i] = ownStyle[i] ? styles[i] : style;
        }
    }

    void readCoc(ByteReader in) throws UndecodableImageException {
        int component = component(in);
        int flags = in.u8();
        styles[component] = CodingStyle.read(in, (flags & OWN_PRECINCTS) != 0);
        ownStyle[component] = true;
    }

    void readQcd(ByteReader in) throws UndecodableImageException {
        Quantization quantization = Quantization.read(in);
        for (int i = 0; i < quantizations.length; i++) {
            quantizations[i] = ownQuantization[i] ? quantizations[i] : quantization;
        }
    }

    void readQcc(ByteReader in) throws UndecodableImageException {
        int component = component(in);
        quantizations[component] = Quantization.read(in);
        ownQuantization[component] = true;
    }

    private int component(ByteReader in) throws UndecodableImageException {
        int component = styles.length < 257 ? in.u8() : in.u16();
        if (component >= styles.length) {
            throw UndecodableImageException.damaged("The JPEG 2000 data names a component that is not there.");
        }
        return component;
    }

    CodingStyle style(int component) {
        return styles[component];
    }

    Quantization quantization(int component) {
        return quantizations[component];
    }

    void requireComplete() throws UndecodableImageException {
        if (Arrays.asList(styles).contains(null) || Arrays.asList(quantizations).contains(null)) {
            throw UndecodableImageException.damaged("The JPEG 2000 data does not say how it is coded.");
        }
    }
}
