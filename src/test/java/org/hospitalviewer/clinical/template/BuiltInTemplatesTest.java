package org.hospitalviewer.clinical.template;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Comparator;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The templates of the program, and which one fits which examination. */
class BuiltInTemplatesTest {

    private final BuiltInTemplates templates = new BuiltInTemplates();

    @Test
    void eachOfThemCouldBeKeptAndSaysSomething() {
        assertThat(templates.all()).hasSize(11);
        templates.all().forEach((key, template) -> {
            assertThat(template.problem()).as(key).isEmpty();
            assertThat(template.active()).isTrue();
            if (!key.equals("blank")) {
                assertThat(template.findings().lines()).as(key).hasSizeGreaterThan(3)
                        .allSatisfy(line -> assertThat(line).matches("[A-Z][^:]+: .+\\."));
                assertThat(template.technique()).as(key).endsWith(".");
                assertThat(template.modalities()).as(key).isNotEmpty();
            }
        });
    }

    @Test
    void mammographyAsksForEachCategoryAndDensity() {
        ReportTemplate mammography = templates.all().get("mammography");
        List<TemplateField> asked = mammography.fields().stream().filter(TemplateField::required).toList();
        assertThat(asked).extracting(TemplateField::name).containsExactly("density", "birads");
        assertThat(asked.get(0).choices()).extracting(choice -> choice.value().substring(0, 1))
                .containsExactly("a", "b", "c", "d");
        assertThat(asked.get(1).choices()).extracting(choice -> choice.value().replaceAll(" .*", ""))
                .containsExactly("0", "1", "2", "3", "4", "4A", "4B", "4C", "5", "6");
        assertThat(asked.get(1).choices()).allSatisfy(choice -> assertThat(choice.note()).endsWith("."));
        assertThat(asked).extracting(TemplateField::defaultValue).containsOnly("");
    }

    @ParameterizedTest
    @CsvSource({
            "CT, HEAD, '', ct-head", "CT, '', 'Routine Head w/o contrast', ct-head", "CT, CHEST, '', ct-chest",
            "CT, '', 'CT Thorax/Abdomen/Pelvis', ct-abdomen-pelvis", "CT, ABDOMEN, '', ct-abdomen-pelvis",
            "MR, BRAIN, '', mr-brain", "MR, LSPINE, '', mr-spine", "MR, '', 'LWS nativ', mr-spine",
            "MR, knee, '', mr-knee", "CR, CHEST, '', cr-chest", "DX, '', 'Chest PA', cr-chest",
            "US, ABDOMEN, '', us-abdomen", "US, '', 'OB 2nd trimester', us-obstetric", "MG, BREAST, '', mammography",
            "XA, HEART, 'Coronary', blank"})
    void theBestOneComesFirst(String modality, String bodyPart, String description, String best) {
        Examination examination = new Examination(List.of(modality), List.of(bodyPart), description);
        assertThat(templates.all().values().stream().filter(template -> examination.fit(template) >= 0)
                .max(Comparator.comparing(examination::fit)).orElseThrow().key()).isEqualTo(best);
    }
}
