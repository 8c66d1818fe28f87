package org.hospitalviewer.ui;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PatientNameTextTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            Doe^Jane                          | Doe, Jane
            Doe^Jane^Q^Dr^MD                  | Doe, Dr Jane Q MD
            Doe                               | Doe
            ^Jane                             | Jane
            HEAD PLASTIC                      | HEAD PLASTIC
            Yamada^Tarou=山田^太郎=やまだ^たろう | Yamada, Tarou (山田, 太郎)
            =山田^太郎                         | 山田, 太郎
            Doe^Jane^^^                       | Doe, Jane
            ''                                | ''
            ^^^^                              | ''
            """)
    void aNameIsReadFamilyNameFirst(String stored, String shown) {
        assertThat(PatientNameText.of(stored)).isEqualTo(shown);
    }
}
