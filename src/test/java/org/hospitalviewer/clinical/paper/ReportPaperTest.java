package org.hospitalviewer.clinical.paper;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import org.hospitalviewer.appliance.Home;
import org.hospitalviewer.clinical.report.ReportStatus;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** How text becomes lines of glyphs. */
class ReportPaperTest {

    private final TextLayouts layouts = new TextLayouts(new PaperFonts(new Home(Path.of("target", "paper-test"))));

    @ParameterizedTest
    @ValueSource(strings = {"Größe 5 × 3 mm, Łódź, Đặng, ≥ 5 µm ± 2° →", "Ο ασθενής δεν έχει πυρετό",
            "Щитовидная железа, Їжак", "لا يوجد دليل على نزف", "אין עדות לדימום", "मस्तिष्क में कोई रक्तस्राव",
            "ไม่พบเลือดออกในสมอง", "颅内未见出血 顱內", "頭蓋内に出血を認めない カタカナ", "두개내 출혈은 보이지 않습니다"})
    void everyLetterOfTheseScriptsHasAGlyph(String text) {
        assertThat(layouts.lines(text, 500, 10, false)).hasSize(1).first().satisfies(line -> {
            assertThat(line.width()).isPositive();
            line.pieces().forEach(piece -> assertThat(IntStream.range(0, piece.glyphs().getNumGlyphs())
                    .map(piece.glyphs()::getGlyphCode)).as(piece.text())
                    .doesNotContain(piece.font().layout().getMissingGlyphCode()));
        });
    }

    @Test
    void linesEndBeforeTheEdgeAndNoWordIsLost() {
        String text = "Normal text that wraps around. ".repeat(40) + "\n\n" + "x".repeat(500);
        List<TextLine> lines = layouts.lines(text, 300, 10, false);
        assertThat(lines).hasSizeGreaterThan(10).allSatisfy(line -> assertThat(line.width()).isLessThanOrEqualTo(300.5f));
        String shown = String.join(" ", lines.stream().map(ReportPaperTest::text).toList());
        assertThat(shown.replaceAll("\\s", "")).isEqualTo(text.replaceAll("\\s", ""));
    }

    private static String text(TextLine line) {
        return String.join("", line.pieces().stream().map(TextLine.Piece::text).toList());
    }

    @Test
    void whatIsReadFromRightToLeftStandsSo() {
        TextLine line = layouts.lines("نزف CT 12", 300, 10, false).getFirst();
        assertThat(line.rightToLeft()).isTrue();
        assertThat(text(line)).startsWith("CT 12").endsWith("نزف ");
        assertThat(layouts.lines("CT نزف", 300, 10, false).getFirst().rightToLeft()).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "\n\n\n", "\t", "\u200f\u202e\u2066", "a\u0301\u0301\u0301\u0301", "😀👩‍⚕️", "\ufffd",
            "<script>alert(1)</script>\\(){}[]%", "\u0b95\u0bcd\u10d0\u1200"})
    void strangeTextIsPrintedWithoutComplaint(String text) {
        byte[] pdf = PaperSample.print(PaperSample.report(ReportStatus.FINAL, text, text, List.of()));
        assertThat(new String(pdf, 0, 5, StandardCharsets.US_ASCII)).isEqualTo("%PDF-");
    }

    @Test
    void theLongestReportIsPrinted() {
        String longest = "Long finding. ".repeat(4_285);
        assertThat(PaperSample.print(PaperSample.report(ReportStatus.FINAL, longest, longest, List.of())).length)
                .isLessThan(4_000_000);
    }

    @Test
    void namesAreWrittenWithAllTheirGroups() {
        assertThat(StudyBlock.name("Yamada^Tarou=山田^太郎=やまだ^たろう")).isEqualTo("Yamada, Tarou (山田, 太郎, やまだ, たろう)");
        assertThat(StudyBlock.name("Adams^John Robert Quincy^^Rev.^B.A.")).isEqualTo("Adams, Rev. John Robert Quincy, B.A.");
        assertThat(StudyBlock.name("=山田^太郎")).isEqualTo("山田, 太郎");
        assertThat(StudyBlock.name("")).isEmpty();
    }
}
