package org.hospitalviewer.ui;

import com.vaadin.flow.i18n.I18NProvider;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.hospitalviewer.language.Languages;
import org.hospitalviewer.language.Texts;
import org.springframework.stereotype.Component;

/** All texts of the screens, from the message files {@code messages*.properties}. */
@Component
public class MessageProvider implements I18NProvider {

    /** The languages there are in every region, for the dates of that region; British where none fits the browser. */
    @Override
    public List<Locale> getProvidedLocales() {
        Stream<Locale> regions = Locale.availableLocales()
                .filter(locale -> Languages.spoken().contains(locale.getLanguage()));
        return Stream.of(Stream.of(Locale.UK), Languages.spoken().stream().map(Locale::of), regions)
                .flatMap(locales -> locales).distinct().toList();
    }

    @Override
    public String getTranslation(String key, Locale locale, Object... parameters) {
        return Texts.text(locale, key, parameters);
    }

    /**
     * The texts of a part that fills in parameters itself.
     *
     * @param prefix what their keys begin with
     * @return texts by the rest of their keys
     */
    public Map<String, String> textsBelow(String prefix, Locale locale) {
        return Texts.below(prefix, locale);
    }
}
