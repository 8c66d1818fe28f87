package org.hospitalviewer.dicomweb;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.hospitalviewer.dicom.data.UID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AcceptedEncodingTest {

    private static final String BIG_ENDIAN = "1.2.840.10008.1.2.2";
    private static final String DEFLATED = "1.2.840.10008.1.2.1.99";
    private static final String RLE = "1.2.840.10008.1.2.5";
    private static final String HTJ2K = "1.2.840.10008.1.2.4.201";

    @ParameterizedTest
    @CsvSource({"1.2.840.10008.1.2," + UID.ExplicitVRLittleEndian, DEFLATED + "," + UID.ExplicitVRLittleEndian,
        UID.ExplicitVRLittleEndian + "," + UID.ExplicitVRLittleEndian})
    void withoutTransferSyntaxAnObjectComesInExplicitLittleEndian(String stored, String sent) {
        assertThat(object("application/dicom", stored)).hasValue(new AcceptedEncoding(false, "application/dicom", sent));
    }

    @ParameterizedTest
    @CsvSource({RLE, BIG_ENDIAN})
    void whatCannotBeReencodedNeedsAClientThatTakesIt(String stored) {
        assertThat(object("application/dicom", stored)).isEmpty();
        assertThat(object("application/dicom; transfer-syntax=1.2.840.10008.1.2.1", stored)).isEmpty();
        assertThat(object("application/dicom; transfer-syntax=" + stored, stored)).isPresent();
        assertThat(object("application/dicom; transfer-syntax=*", stored)).isPresent();
        assertThat(object("*/*", stored)).hasValue(new AcceptedEncoding(true, "application/dicom", stored));
    }

    @Test
    void theFirstWishThatCanBeMetIsMet() {
        assertThat(object("application/dicom; transfer-syntax=1.2.3, multipart/related; type=\"application/dicom\"; "
                + "transfer-syntax=*; q=0.5", RLE)).hasValue(new AcceptedEncoding(true, "application/dicom", RLE));
        assertThat(object("application/pdf", RLE)).isEmpty();
    }

    @Test
    void framesComeAsBytesOrUnderTheNameOfTheirCompression() {
        assertThat(bytes("application/octet-stream; transfer-syntax=*", RLE, 1))
                .hasValue(new AcceptedEncoding(false, "application/octet-stream", RLE));
        assertThat(bytes("multipart/related; type=image/dicom-rle", RLE, 1))
                .hasValue(new AcceptedEncoding(true, "image/dicom-rle", RLE));
        assertThat(bytes("multipart/related; type=image/jphc", HTJ2K, 1)).isPresent();
        assertThat(bytes("multipart/related; type=image/jpeg", HTJ2K, 1)).isEmpty();
        assertThat(bytes("image/*", UID.ExplicitVRLittleEndian, 1)).as("plain pixels are no image file").isEmpty();
        assertThat(bytes("application/octet-stream", RLE, 1)).isEmpty();
    }

    @Test
    void severalPartsNeedAClientThatTakesParts() {
        assertThat(bytes("application/octet-stream", UID.ExplicitVRLittleEndian, 2)).isEmpty();
        assertThat(bytes("application/octet-stream, */*", UID.ExplicitVRLittleEndian, 2))
                .hasValueSatisfying(encoding -> assertThat(encoding.multipart()).isTrue());
    }

    private static Optional<AcceptedEncoding> object(String accept, String stored) {
        return AcceptedEncoding.ofObject(MediaRange.parse(accept), stored, 1);
    }

    private static Optional<AcceptedEncoding> bytes(String accept, String stored, int parts) {
        return AcceptedEncoding.ofBytes(MediaRange.parse(accept), stored, parts, false);
    }
}
