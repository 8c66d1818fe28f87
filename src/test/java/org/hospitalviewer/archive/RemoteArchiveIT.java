package org.hospitalviewer.archive;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.hospitalviewer.RemoteApplianceTest;
import org.hospitalviewer.dicom.data.Tag;
import org.hospitalviewer.dicom.data.VR;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** What every archive does, done with an Orthanc. */
@RemoteApplianceTest
class RemoteArchiveIT extends ArchiveContract {

    @Autowired
    private Archive archive;

    @Override
    int slicesEach() {
        return 10;
    }

    @Test
    void otherContentUnderTheSameUidIsRefusedForTheRemoteKeepsTheFirst() throws Exception {
        Slice slice = Slice.alone();
        byte[] first = slice.dataSet();
        store(slice);
        slice.with(Tag.PatientName, VR.PN, "Other^Patient");

        assertThatThrownBy(() -> store(slice)).isInstanceOfSatisfying(RefusedException.class, refused ->
                assertThat(refused.reason()).isEqualTo(RefusedException.Reason.DATA_SET_MISMATCH));
        assertThat(dataSet(stored(slice).file())).isEqualTo(first);
    }

    @Test
    void whatOnlyAnOwnArchiveCanDoIsNotOffered() {
        assertThat(archive.upkeep()).isEmpty();
        assertThat(archive.remote()).hasValueSatisfying(server -> {
            assertThat(server.software()).startsWith("Orthanc 1.");
            assertThat(server.tellsChanges()).isTrue();
            assertThat(server.risk()).isEqualTo(RemoteServer.LoginRisk.NONE);
        });
        assertThat(archive.health().available()).isTrue();
    }
}
