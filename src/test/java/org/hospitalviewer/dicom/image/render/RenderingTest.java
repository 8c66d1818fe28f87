package org.hospitalviewer.dicom.image.render;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import org.hospitalviewer.dicom.data.Attributes;
import org.hospitalviewer.dicom.data.Tag;
import org.hospitalviewer.dicom.data.VR;
import org.hospitalviewer.dicom.image.Samples;
import org.hospitalviewer.dicom.image.UndecodableImageException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RenderingTest {
    private static final TableSource NO_BULK_DATA = new TableSource((_, _, _) -> { }, false);

    /** The examples of PS3.3 C.11.2.1.2.1 and C.11.2.1.3. */
    @ParameterizedTest
    @CsvSource({"LINEAR,2048,4096,0,0", "LINEAR,2048,4096,4095,1", "LINEAR,2048,1,2047,0", "LINEAR,2048,1,2048,1",
        "LINEAR,0,100,-50,0", "LINEAR,0,100,49,1", "LINEAR,0,100,-0.5,0.5", "LINEAR,0,1,-1,0", "LINEAR,0,1,0,1",
        "LINEAR_EXACT,2048,4096,0,0", "LINEAR_EXACT,2048,4096,4096,1", "LINEAR_EXACT,2048,4096,2048,0.5",
        "SIGMOID,50,100,50,0.5", "SIGMOID,50,100,1000,1", "SIGMOID,50,100,-1000,0"})
    void aWindowGivesTheBrightnessOfTheStandard(WindowFunction function, double center, double width, double value,
                                                double brightness) {
        assertThat(new Window(center, width, function).brightness(value)).isEqualTo(brightness, within(1e-9));
    }

    @Test
    void whatFillsUpThePictureIsNotPartOfItsRangeWhateverSignItsVrGivesIt() {
        Samples samples = new Samples.Of16(new short[] {-2000, 0, 1000}, true);
        Attributes header = new Attributes();
        header.setInt(Tag.PixelPaddingValue, VR.US, 63536);
        assertThat(ValueRange.ofPicture(samples, header)).isEqualTo(new ValueRange(0, 1000));
        assertThat(ValueRange.ofPicture(samples, new Attributes())).isEqualTo(new ValueRange(-2000, 1000));
    }

    /** LINEAR takes one off the width (PS3.3 C.11.2.1.2.1): over whole numbers a step, over fractions without sense. */
    @Test
    void aNarrowWindowOverFractionsIsTakenExactly() throws Exception {
        Attributes header = new Attributes();
        header.setString(Tag.WindowCenter, VR.DS, "0.5");
        header.setString(Tag.WindowWidth, VR.DS, "1");
        FrameAttributes frame = new FrameAttributes(header, 1);
        assertThat(VoiTransform.of(frame, NO_BULK_DATA, false).orElseThrow().brightness(0.25)).isEqualTo(0.25, within(1e-9));
        assertThat(VoiTransform.of(frame, NO_BULK_DATA, true).orElseThrow().brightness(0.25)).isEqualTo(1);
    }

    @Test
    void aWindowThatShowsNothingIsRefused() {
        assertThatThrownBy(() -> new Window(0, 0, WindowFunction.LINEAR)).hasMessageContaining("width");
        assertThatThrownBy(() -> new Window(0, 0.5, WindowFunction.LINEAR)).hasMessageContaining("width");
        assertThatThrownBy(() -> new Window(0, Double.NaN, WindowFunction.SIGMOID)).hasMessageContaining("width");
    }

    /** Discrete, linear and indirect segments (PS3.3 C.7.9.2). */
    @Test
    void segmentsOfAPaletteAreExpanded() throws UndecodableImageException {
        int[] words = {0, 2, 10, 20, 1, 5, 70, 2, 1, 0, 0};
        byte[] data = new byte[words.length * 2];
        for (int i = 0; i < words.length; i++) {
            data[2 * i] = (byte) words[i];
        }
        assertThat(new PaletteSegments(data, 9, 16).expanded()).containsExactly(10, 20, 30, 40, 50, 60, 70, 10, 20);
        assertThatThrownBy(() -> new PaletteSegments(data, 10, 16).expanded())
                .isInstanceOf(UndecodableImageException.class);
    }

    @Test
    void aSegmentThatRepeatsItselfIsRefused() {
        byte[] data = {2, 0, 1, 0, 0, 0, 0, 0};
        assertThatThrownBy(() -> new PaletteSegments(data, 256, 16).expanded())
                .isInstanceOf(UndecodableImageException.class);
    }

    @Test
    void aPaletteGivesTheColourOfItsFirstAndLastEntryBeyondItsEnds() throws Exception {
        Attributes header = new Attributes();
        int[][] tags = {{Tag.RedPaletteColorLookupTableDescriptor, Tag.RedPaletteColorLookupTableData},
            {Tag.GreenPaletteColorLookupTableDescriptor, Tag.GreenPaletteColorLookupTableData},
            {Tag.BluePaletteColorLookupTableDescriptor, Tag.BluePaletteColorLookupTableData}};
        for (int i = 0; i < 3; i++) {
            header.setInt(tags[i][0], VR.US, 2, 5, 16);
            header.setBytes(tags[i][1], VR.OW, new byte[] {0, (byte) (i + 1), 0, (byte) (i + 11)});
        }
        byte[] colours = Palette.read(header, NO_BULK_DATA).render(new Samples.Of16(new short[] {0, 5, 6, 99}, false));
        assertThat(colours).containsExactly(1, 2, 3, 1, 2, 3, 11, 12, 13, 11, 12, 13);
    }

    @Test
    void aSmallerPictureIsTheMeanOfWhatItCovers() throws UndecodableImageException {
        Picture source = new Picture(4, 2, 1, new byte[] {10, 20, 100, (byte) 200, 30, 40, 100, (byte) 200});
        Picture half = Scaling.fit(source, Viewport.of(2, 1), 1);
        assertThat(half.bytes()).containsExactly(25, (byte) 150);
        assertThat(Scaling.fit(source, Viewport.of(2, 2), 1).height()).as("no distortion").isEqualTo(1);
        assertThat(Scaling.fit(source, Viewport.of(4, 8), 2).height()).as("pixels twice as high as wide").isEqualTo(4);
    }

    @Test
    void aPictureOfOneColourStaysSoAtEverySize() throws UndecodableImageException {
        byte[] bytes = new byte[37 * 23 * 3];
        Arrays.fill(bytes, (byte) 77);
        for (int side : new int[] {1, 5, 23, 64, 211}) {
            Picture scaled = Scaling.fit(new Picture(37, 23, 3, bytes), Viewport.of(side, side), 1.3);
            byte[] expected = new byte[scaled.width() * scaled.height() * 3];
            Arrays.fill(expected, (byte) 77);
            assertThat(scaled.bytes()).as(side + " pixels").isEqualTo(expected);
        }
    }

    @Test
    void aPartOfAPictureMayBeMirrored() throws UndecodableImageException {
        Picture source = new Picture(3, 1, 1, new byte[] {1, 2, 3});
        assertThat(Scaling.fit(source, new Viewport(2, 1, 1, 0, 2, 1), 1).bytes()).containsExactly(2, 3);
        assertThat(Scaling.fit(source, new Viewport(2, 1, 1, 0, -2, 1), 1).bytes()).containsExactly(3, 2);
        assertThatThrownBy(() -> Scaling.fit(source, new Viewport(2, 1, 9, 0, 2, 1), 1))
                .isInstanceOf(UndecodableImageException.class);
    }

    @Test
    void anIconShowsItsLettersAtEverySize() {
        for (int side : new int[] {1, 16, 200}) {
            Picture icon = Icon.of(side, "S<R>");
            assertThat(icon.bytes()).hasSize(side * side);
        }
        assertThat(Icon.of(64, "SR").bytes()).isEqualTo(Icon.of(64, "s-r").bytes()).isNotEqualTo(Icon.of(64, "").bytes());
    }
}
