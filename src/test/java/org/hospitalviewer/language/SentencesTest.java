package org.hospitalviewer.language;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Sentences of the services in another language, and that they are those of the services. */
class SentencesTest {

    private static final Locale SPANISH = Locale.of("es", "MX");
    /** The end or the beginning of a text in the code, or a place of {@link String#formatted}. */
    private static final String EDGE = "\u0001";

    private static String spanish(String english) {
        return Sentences.in(SPANISH, english);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "All files are whole. | Todos los archivos están íntegros.",
        "7 files are damaged or missing. | 7 archivos están dañados o faltan.",
        "The archive's disk does not answer | El disco del archivo de imágenes no responde",
        "The archive's disk is nearly full: 12 MB free | El disco del archivo de imágenes está casi lleno: quedan 12 MB libres",
        "Cancelled after 3 of 10 | Cancelada tras 3 de 10",
        "5 imported. | 5 importados.",
        "5 imported, 2 already in the archive, 1 refused. | 5 importados, 2 ya en el archivo de imágenes, 1 rechazados.",
        "It cannot be read: The file is missing | No se puede leer: Falta el archivo",
        "It cannot be read: Unexpected end of file | No se puede leer: Unexpected end of file",
        "3 objects were not sent. 1.2.3: The device does not take CT | 3 objetos no se enviaron. 1.2.3: El equipo no acepta CT",
        "b.zip in /mnt, 5 MB, was read back, restored on trial and compared. It stands for 1,200 images (90 MB). "
                + "| b.zip en /mnt, 5 MB, se volvió a leer, se restauró a modo de prueba y se comparó. Cubre 1,200 imágenes (90 MB).",
        "Web: The server is busy: 421 later. NAS: The disk of the folder is full. "
                + "| Web: El servidor está ocupado: 421 later. NAS: El disco de la carpeta está lleno.",
        "b in /m, 5 MB, was read back, restored on trial and compared. c in Drive, 5 MB, was read back, restored on trial and compared. "
                + "| b en /m, 5 MB, se volvió a leer, se restauró a modo de prueba y se comparó. c en Drive, 5 MB, se volvió a leer, "
                + "se restauró a modo de prueba y se comparó.",
        "The line broke: Connection refused | La conexión se interrumpió: Connection refused",
        "Google says no. The images come back when there is room. | Google says no. Las imágenes volverán cuando haya espacio."})
    void aSentenceIsSaidInTheLanguageOfTheReader(String english, String said) {
        assertThat(spanish(english)).isEqualTo(said);
        assertThat(Sentences.in(Locale.UK, english)).isEqualTo(english);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", ".", ": ", ". ", "Nobody says this.", "Connection refused", "Anna imported", "{0}", "said.job.cancelled", "\ufdd00\ufdd1",
        "The folder", "Cancelled after ", "a: b: c. d: e. f, g, h."})
    void whatIsNotKnownIsShownAsItIs(String text) {
        assertThat(spanish(text)).isEqualTo(text);
    }

    @ParameterizedTest
    @ValueSource(strings = {"{0}", "{1,choice,0#no|1#yes}", "l'été '{0}' ''", "a. b: c, d", "<b>&amp;</b>", "%s $1 \\1", "",
        "\ufdd01\ufdd1", "漢 \u202e אבג"})
    void whatStandsInASentenceStaysAsItIs(String value) {
        assertThat(spanish("The folder " + value + " cannot be used: 'why' {0}."))
                .isEqualTo("No se puede usar la carpeta " + value + ": 'why' {0}.");
        assertThat(spanish("The device has no room: " + value)).isEqualTo("El equipo no tiene espacio: " + value);
        assertThat(spanish("This is still open: " + value + ".")).isEqualTo("Aún falta esto: " + value + ".");
    }

    @Test
    void aTextMadeOfSentencesWithinSentencesComesToAnEnd() {
        for (String piece : List.of("x: ", "x. ", "x, ", "x: y. ", "The folder ", "The server is busy: ", "It cannot be read: . ",
                "1 refused, ", "All files are whole. ")) {
            assertThat(spanish(piece.repeat(20_000 / piece.length()) + "!")).endsWith("!").hasSizeGreaterThan(10_000);
        }
    }

    @Test
    void everySentenceOfTheMessageFileIsOneThatAServiceSays() {
        String code = code();
        assertThat(Texts.below("said.", Locale.ENGLISH).keySet()).hasSizeGreaterThan(400).allSatisfy(key ->
                assertThat(SaidSentence.of("said." + key).pieces()).as(key).allSatisfy(piece ->
                        assertThat(isIn(code, piece)).as(piece).isTrue()));
    }

    /** In one piece, or put together of two. Blanks around it, and the full stop at its end, may be those of another text. */
    private static boolean isIn(String code, String piece) {
        return code.contains(piece.strip()) || piece.endsWith(".") && code.contains(piece.substring(0, piece.length() - 1))
                || IntStream.range(1, piece.length()).anyMatch(cut -> code.contains(piece.substring(0, cut) + EDGE)
                        && code.contains(EDGE + piece.substring(cut)));
    }

    @Test
    void eachValueComesOnceAndTheyAreCountedFromZero() {
        assertThat(Texts.below("said.", Locale.ENGLISH).keySet()).allSatisfy(key -> {
            List<Integer> places = SaidSentence.of("said." + key).places();
            assertThat(places).as(key).containsExactlyInAnyOrderElementsOf(IntStream.range(0, places.size()).boxed().toList());
        });
    }

    @Test
    void noTwoSentencesAreTakenForEachOther() {
        Map<String, String> english = Texts.below("said.", Locale.ENGLISH);
        assertThat(english.keySet()).allSatisfy(key -> {
            Object[] values = SaidSentence.of("said." + key).places().stream()
                    .map(place -> key.startsWith("count.") ? "1,234" : "VALUE" + place).toArray();
            assertThat(spanish(Texts.text(Locale.ENGLISH, "said." + key, values))).as(key)
                    .isEqualTo(Texts.text(SPANISH, "said." + key, values));
        });
    }

    /** The texts of all code, those that are only broken over lines put together. */
    private static String code() {
        return SourceFiles.in(SourceFiles.CODE).map(SourceFiles::read)
                .map(text -> text.replaceAll("\"\\s*\\+\\s*\"", "").replace("\\\"", "''").replaceAll("\"|%,?[ds]", EDGE)
                        .replace("''", "\""))
                .collect(Collectors.joining("\n"));
    }
}
