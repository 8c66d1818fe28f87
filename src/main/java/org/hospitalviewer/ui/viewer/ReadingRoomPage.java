package org.hospitalviewer.ui.viewer;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.function.Supplier;
import org.springframework.stereotype.Component;
import org.springframework.util.function.SingletonSupplier;
import tools.jackson.databind.JsonNode;

/** The page of the images as the build made it, with a place for what the server has to say. */
@Component
class ReadingRoomPage {

    private static final String BUILT = "/META-INF/VAADIN/webapp/reading-room.html";
    private static final String PLACE = "<script type=\"application/json\" id=\"reading-room\">";

    private static final String LANGUAGE = "<html lang=\"en\">";

    private final Supplier<String> built = SingletonSupplier.of(ReadingRoomPage::read);

    /**
     * The page for one reader.
     *
     * @param locale    of its texts
     * @param furniture any text in it stays text, whatever it says
     */
    String with(Locale locale, JsonNode furniture) {
        return built.get().replace(LANGUAGE, "<html lang=\"" + locale.toLanguageTag() + "\">")
                .replace(PLACE, PLACE + furniture.toString().replace("<", "\\u003c"));
    }

    private static String read() {
        try (InputStream page = ReadingRoomPage.class.getResourceAsStream(BUILT)) {
            if (page == null) {
                throw new IllegalStateException("The program was built without its screens.");
            }
            return new String(page.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
