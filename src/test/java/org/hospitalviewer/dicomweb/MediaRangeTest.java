package org.hospitalviewer.dicomweb;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

class MediaRangeTest {

    @ParameterizedTest
    @NullSource
    @ValueSource(strings = {"", "  ", "*/*"})
    void nothingSaidMeansAnything(String header) {
        assertThat(MediaRange.parse(header)).singleElement().matches(MediaRange::isAnything)
                .matches(range -> range.accepts("image/jls"));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '\'', value = {
        "multipart/related; type=application/octet-stream; transfer-syntax=*|application/octet-stream|*",
        "multipart/related;type=\"application/octet-stream\";transfer-syntax=1.2.3|application/octet-stream|1.2.3",
        "Multipart/Related; TYPE=\"Image/JLS\"; Transfer-Syntax=\"1.2.3\"|image/jls|1.2.3",
        "multipart/related; type=\"application/octet-stream; transfer-syntax=1.2.3\"|application/octet-stream|1.2.3",
        "multipart/related|*/*|", "multipart/related; type=|''|"})
    void partTypeAndTransferSyntaxAreFoundHoweverTheyAreWritten(String header, String partType, String syntax) {
        MediaRange range = MediaRange.parse(header).getFirst();
        assertThat(range.isMultipart()).isTrue();
        assertThat(range.contentType()).isEqualTo(partType);
        assertThat(range.transferSyntax()).isEqualTo(syntax);
    }

    @Test
    void theMostWantedComesFirstAndTheUnwantedNotAtAll() {
        assertThat(MediaRange.parse("a/a;q=0.2, b/b;q=0, c/c, d/d;q=0.9, e/e;q=nonsense, , f/f;q=NaN"))
                .extracting(MediaRange::type).isEqualTo(List.of("c/c", "e/e", "f/f", "d/d", "a/a"));
    }

    @Test
    void commasAndSemicolonsWithinQuotesSeparateNothing() {
        assertThat(MediaRange.parse("a/a; x=\"1,2;3\", b/b")).hasSize(2).first()
                .satisfies(range -> assertThat(range.parameters()).containsEntry("x", "1,2;3"));
    }

    @Test
    void partsOfATypeAcceptAllOfItsKind() {
        MediaRange images = MediaRange.parse("image/*").getFirst();
        assertThat(images.accepts("image/jls")).isTrue();
        assertThat(images.accepts("application/dicom")).isFalse();
        assertThat(images.isAnything()).isFalse();
    }
}
