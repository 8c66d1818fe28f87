package org.hospitalviewer.backup.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class RecoveryKeyTest {

    @Test
    void isReadAsSomebodyTypesItFromPaper() {
        RecoveryKey key = RecoveryKey.random();
        assertThat(key.text()).matches("([0-9A-HJKMNP-TV-Z]{4}-){7}[0-9A-HJKMNP-TV-Z]{4}");
        assertThat(RecoveryKey.parse(key.text())).isEqualTo(key);
        assertThat(RecoveryKey.parse("  " + key.text().toLowerCase().replace("-", " ") + "\n")).isEqualTo(key);
        assertThat(RecoveryKey.parse(key.text().replace("-", "\u2013"))).isEqualTo(key);
        assertThat(RecoveryKey.parse(key.text().replace('0', 'o').replace('1', 'l'))).isEqualTo(key);
        assertThat(RecoveryKey.random()).isNotEqualTo(key);
    }

    @Test
    void refusesWhatIsNone() {
        for (String typed : new String[] {"", "1234", RecoveryKey.random().text() + "X", "U".repeat(32)}) {
            assertThatThrownBy(() -> RecoveryKey.parse(typed)).isInstanceOf(IllegalArgumentException.class)
                    .hasMessage("A recovery key has 32 letters and digits.");
        }
    }

    @Test
    void neverPrintsItself() {
        RecoveryKey key = RecoveryKey.random();
        assertThat(key.toString()).doesNotContain(key.text()).contains(key.id());
    }
}
