package org.hospitalviewer.dicom.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hospitalviewer.dicom.data.PersonName.Component.FAMILY;
import static org.hospitalviewer.dicom.data.PersonName.Component.GIVEN;
import static org.hospitalviewer.dicom.data.PersonName.Component.SUFFIX;

import org.junit.jupiter.api.Test;

class PersonNameTest {
    @Test
    void groupsAndComponentsAreTakenApart() {
        PersonName name = PersonName.of("Yamada^Tarou=山田^太郎=やまだ^たろう");

        assertThat(name.get(FAMILY)).isEqualTo("Yamada");
        assertThat(name.get(GIVEN)).isEqualTo("Tarou");
        assertThat(name.get(SUFFIX)).isEmpty();
        assertThat(PersonName.component(name.ideographic(), FAMILY)).isEqualTo("山田");
        assertThat(name.phonetic()).isEqualTo("やまだ^たろう");
        assertThat(name).hasToString("Yamada^Tarou=山田^太郎=やまだ^たろう");
    }

    @Test
    void emptyComponentsAtTheEndMakeNoDifference() {
        assertThat(PersonName.of("Doe^Jane^^^")).isEqualTo(PersonName.of("Doe^Jane ")).hasToString("Doe^Jane");
        assertThat(PersonName.of("^^^^").isEmpty()).isTrue();
        assertThat(PersonName.of("=山田").toString()).isEqualTo("=山田");
        assertThat(PersonName.of("^Jane").get(GIVEN)).isEqualTo("Jane");
    }
}
