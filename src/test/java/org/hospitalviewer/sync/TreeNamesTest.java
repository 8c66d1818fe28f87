package org.hospitalviewer.sync;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.regex.Pattern;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.junit.jupiter.api.Test;

/** No name of a patient leads out of the folder or upsets a server. */
class TreeNamesTest {

    private static final Pattern HARMLESS = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._-]*");

    @ParameterizedTest
    @ValueSource(strings = {"../../etc/passwd", "..", ".", "", "a\r\nDELE x", "\u0000", "C:\\Windows", "/root", "~", ".htaccess",
        "Müller^Änne", "山田^太郎", "राम^सीता", "a\u202Egnp.exe", "CON", "x\u2028y", "\uD83D\uDE00"})
    void hostileNamesAreHarmlessParts(String hostile) {
        for (boolean encrypted : new boolean[] {false, true}) {
            TreeNames names = new TreeNames(encrypted);
            String longer = hostile + "x".repeat(300);
            for (String text : new String[] {hostile, longer, hostile.repeat(20)}) {
                String path = names.study("1.2.3", text, text, text) + "/" + names.series(text, text) + "/"
                        + names.instance(text);
                assertThat(path.length()).isLessThan(180);
                assertThat(path.split("/")).allMatch(part -> HARMLESS.matcher(part).matches(), path);
            }
        }
    }

    @Test
    void namesOfEncryptedFilesTellNothingOfThePatient() {
        String path = new TreeNames(true).study("1.2.3", "20240229", "Doe^Jane", "4711") + "/"
                + new TreeNames(true).instance("1.2.3.4");
        assertThat(path).startsWith("2024/02/").endsWith(".dcm.enc").doesNotContain("Doe", "4711", "1.2.3");
    }

    @Test
    void aReadableTreeHasDayNameAndNumber() {
        TreeNames names = new TreeNames(false);
        assertThat(names.study("1.2.3", "20240229", "Müller^Anne", "47/11")).startsWith("2024/2024-02-29/Muller-Anne_47-11_");
        assertThat(names.series("1.2.3.1", "CT")).startsWith("CT_");
        assertThat(names.instance("1.2.3.4")).isEqualTo("1.2.3.4.dcm");
        assertThat(names.study("1.2.3", "20241399x", null, null)).startsWith("undated/NO-NAME_NO-ID_");
    }
}
