package org.hospitalviewer.clinical.template;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Comparator;
import java.util.List;
import org.hospitalviewer.language.Language;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The templates of the program, and which one fits which examination. */
class BuiltInTemplatesTest {

    private static final Language ENGLISH = new Language("en");
    private static final Language SPANISH = new Language("es");

    private final BuiltInTemplates templates = new BuiltInTemplates();

    @ParameterizedTest
    @ValueSource(strings = {"en", "es"})
    void eachOfThemCouldBeKeptAndSaysSomething(String language) {
        assertThat(templates.all(new Language(language))).hasSize(11);
        templates.all(new Language(language)).forEach((key, template) -> {
            assertThat(template.problem()).as(key).isEmpty();
            assertThat(template.active()).isTrue();
            if (!key.equals("blank")) {
                assertThat(template.findings().lines()).as(key).hasSizeGreaterThan(3)
                        .allSatisfy(line -> assertThat(line).matches("\\p{Lu}[^:]+: .+\\."));
                assertThat(template.technique()).as(key).endsWith(".");
                assertThat(template.modalities()).as(key).isNotEmpty();
            }
        });
    }

    @Test
    void theSpanishOnesAskForTheSameAndFitTheSameExaminations() {
        templates.all(SPANISH).forEach((key, spanish) -> {
            ReportTemplate english = templates.all(ENGLISH).get(key);
            assertThat(List.of(spanish.modalities(), spanish.bodyParts(), spanish.words())).as(key)
                    .isEqualTo(List.of(english.modalities(), english.bodyParts(), english.words()));
            assertThat(spanish.fields()).as(key).extracting(BuiltInTemplatesTest::shape)
                    .isEqualTo(english.fields().stream().map(BuiltInTemplatesTest::shape).toList());
            assertThat(spanish.findings().lines().count()).as(key).isEqualTo(english.findings().lines().count());
            assertThat(spanish.impression().isEmpty()).as(key).isEqualTo(english.impression().isEmpty());
            assertThat(spanish.title()).as(key).isNotEqualTo(english.title());
        });
    }

    /** What programs read of a field, and which of its choices lead to something. */
    private static List<Object> shape(TemplateField field) {
        return List.of(field.name(), field.kind(), field.required(), field.unit().isEmpty(),
                field.choices().stream().map(choice -> choice.note().isEmpty()).toList());
    }

    @Test
    void mammographyAsksForEachCategoryAndDensity() {
        ReportTemplate mammography = templates.all(SPANISH).get("mammography");
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
        assertThat(templates.all(ENGLISH).values().stream().filter(template -> examination.fit(template) >= 0)
                .max(Comparator.comparing(examination::fit)).orElseThrow().key()).isEqualTo(best);
    }
}
