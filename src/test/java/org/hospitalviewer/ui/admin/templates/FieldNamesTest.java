package org.hospitalviewer.ui.admin.templates;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import org.hospitalviewer.clinical.template.TemplateField;
import org.hospitalviewer.clinical.template.TemplateField.Kind;
import org.junit.jupiter.api.Test;

/** Names for programs out of names for people. */
class FieldNamesTest {

    private static TemplateField field(String name, String label) {
        return new TemplateField(name, label, Kind.TEXT, "", List.of(), "", false);
    }

    @Test
    void newFieldsGetNamesOfTheirOwnAndPresentOnesKeepTheirs() {
        assertThat(FieldNames.complete(List.of(field("birads", "Renamed"), field("", "BI-RADS"), field("", "Größe 1"),
                field("", "Größe 1"), field("", "漢字"), field("", "病变"))))
                .extracting(TemplateField::name)
                .containsExactly("birads", "birads2", "groe1", "groe12", "field", "field2");
    }

    @Test
    void aKeyIsShortAndNeverEndsWithADash() {
        assertThat(FieldNames.plain("CT of the Head!", "-", 50, "x")).isEqualTo("ct-of-the-head");
        assertThat(FieldNames.plain("abc def", "-", 4, "x")).isEqualTo("abc");
        assertThat(FieldNames.fresh("ct", "-", Set.of("ct", "ct-2"))).isEqualTo("ct-3");
    }
}
