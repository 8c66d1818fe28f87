package org.hospitalviewer.dicom.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hospitalviewer.dicom.AnnotatedBytes.hex;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SpecificCharacterSetTest {
    @ParameterizedTest
    @CsvSource({
        "ISO_IR 100, c4 6e 65 61 73, Äneas", "ISO_IR 101, a3 f3 64 bc, Łódź", "ISO_IR 144, bb ee 5e, Лю^",
        "ISO_IR 126, c4 e9 ef ed, Διον", "ISO_IR 127, e2 c8 c7 e6 ea, قباني", "ISO_IR 138, f9 f8 e5 ef, שרון",
        "ISO_IR 148, de fd, Şı", "ISO_IR 166, a1 a2, กข", "ISO_IR 13, d4 cf c0 de, ﾔﾏﾀﾞ", "ISO_IR 203, a4, €",
        "ISO_IR 192, e7 8e 8b, 王", "GB18030, cd f5 5e d0 a1, 王^小", "GBK, cd f5, 王"})
    void oneCharacterSetDecodes(String term, String bytes, String text) {
        assertThat(SpecificCharacterSet.of(term).decode(hex(bytes))).isEqualTo(text);
    }

    @ParameterizedTest
    @CsvSource({"ISO-IR 100", "ISO 2022 IR 100", "ISO_IR100", "iso_ir 100", "ISO 2022 IR100"})
    void theSpellingsOfDevicesAreUnderstood(String term) {
        assertThat(SpecificCharacterSet.of(term).decode(hex("c4"))).isEqualTo("Ä");
    }

    @Test
    void aBackslashWithinAGbkCharacterIsNoSeparator() {
        Attributes attributes = new Attributes();
        attributes.setString(Tag.SpecificCharacterSet, VR.CS, "GBK");
        attributes.setBytes(Tag.OtherPatientNames, VR.PN, hex("81 5c 5c 41"));

        assertThat(attributes.getStrings(Tag.OtherPatientNames)).containsExactly("乗", "A");
    }

    /** PS3.5 H.3.1: the name in ASCII, kanji and hiragana. */
    @Test
    void japaneseWithEscapesDecodes() {
        SpecificCharacterSet set = SpecificCharacterSet.of("", "ISO 2022 IR 87");
        byte[] name = hex("""
                59 61 6d 61 64 61 5e 54 61 72 6f 75 3d           Yamada^Tarou=
                1b 24 42 3b 33 45 44 1b 28 42 5e                 to JIS X 0208, family, back to ASCII, ^
                1b 24 42 42 40 4f 3a 1b 28 42 3d                 given, =
                1b 24 42 24 64 24 5e 24 40 1b 28 42 5e           phonetic family; 24 5e holds a ^ that is none
                1b 24 42 24 3f 24 6d 24 26 1b 28 42              phonetic given
                """);

        assertThat(set.decode(name)).isEqualTo("Yamada^Tarou=山田^太郎=やまだ^たろう");
    }

    /** PS3.5 I.2: KS X 1001 in G1, designated anew behind each delimiter. */
    @Test
    void koreanWithEscapesDecodesAndResetsAtDelimiters() {
        SpecificCharacterSet set = SpecificCharacterSet.of("", "ISO 2022 IR 149");

        assertThat(set.decode(hex("48 6f 6e 67 3d 1b 24 29 43 fb f3 5e 1b 24 29 43 d1 ce d4 d7")))
                .isEqualTo("Hong=洪^吉洞");
    }

    @Test
    void undeclaredTextIsUtf8WhereValidAndLatin1Elsewhere() {
        assertThat(SpecificCharacterSet.DEFAULT.decode(hex("4d c3 bc 6c"))).isEqualTo("Mül");
        assertThat(SpecificCharacterSet.DEFAULT.decode(hex("4d fc 6c"))).isEqualTo("Mül");
        assertThat(SpecificCharacterSet.of("KOI8-R").decode(hex("4d fc 6c"))).isEqualTo("Mül");
        assertThat(SpecificCharacterSet.of("KOI8-R").unknownTerms()).containsExactly("KOI8-R");
    }

    @Test
    void bytesThatMeanNothingNeverThrow() {
        byte[] nonsense = hex("ff fe 1b 24 1b 1b 28 42 80 1b 24 42 41");

        for (String term : List.of("", "ISO_IR 192", "GB18030", "ISO 2022 IR 87", "ISO 2022 IR 149", "nonsense")) {
            assertThat(SpecificCharacterSet.of(term).decode(nonsense)).isNotEmpty();
        }
    }

    @Test
    void textIsEncodedOrRefused() {
        assertThat(SpecificCharacterSet.UTF_8.encode("王")).contains("王".getBytes(StandardCharsets.UTF_8));
        assertThat(SpecificCharacterSet.DEFAULT.encode("Müller")).isEmpty();
    }
}
