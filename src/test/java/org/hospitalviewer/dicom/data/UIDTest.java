package org.hospitalviewer.dicom.data;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class UIDTest {
    @ParameterizedTest
    @ValueSource(strings = {"1.2.840.10008.1.1", "0", "2.25.0", "1.0.10",
        "1.2.3456789012345678901234567890123456789012345678901234567890.1"})
    void whatTheStandardAllowsIsValid(String uid) {
        assertThat(UID.isValid(uid)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", ".", "1.", ".1", "1..2", "1.02", "00", "1.2 ", "1.2\n", "../../etc/passwd",
        "1.2.x", "1.٣",
        "1.2.3456789012345678901234567890123456789012345678901234567890.12"})
    void whatTheStandardForbidsIsNot(String uid) {
        assertThat(UID.isValid(uid)).isFalse();
        assertThat(UID.isValid(null)).isFalse();
    }

    @Test
    void namesAreKnown() {
        assertThat(UID.nameOf(UID.CTImageStorage)).isEqualTo("CT Image Storage");
        assertThat(UID.nameOf(UID.HTJ2KLossless)).startsWith("High-Throughput JPEG 2000");
        assertThat(UID.nameOf("1.2.3")).isEqualTo("1.2.3");
    }

    @Test
    void storageSopClassesAreThoseThatCanBeSent() {
        assertThat(UID.storageSopClasses()).hasSizeGreaterThan(150).allMatch(UID::isValid)
                .contains(UID.CTImageStorage, UID.MRImageStorage, UID.EncapsulatedPDFStorage,
                        UID.SecondaryCaptureImageStorage)
                .doesNotContain(UID.Verification, UID.StorageCommitmentPushModel, UID.MediaStorageDirectoryStorage);
    }

    @Test
    void aTransferSyntaxNobodyKnowsIsTakenForACompressedOne() {
        TransferSyntax unknown = TransferSyntax.of("1.2.3.4");

        assertThat(unknown.explicitVr()).isTrue();
        assertThat(unknown.encapsulated()).isTrue();
        assertThat(unknown.bigEndian()).isFalse();
        assertThat(TransferSyntax.of(UID.ImplicitVRLittleEndian).explicitVr()).isFalse();
        assertThat(TransferSyntax.of(UID.ExplicitVRBigEndian).bigEndian()).isTrue();
        assertThat(TransferSyntax.of(UID.DeflatedExplicitVRLittleEndian).deflated()).isTrue();
    }
}
