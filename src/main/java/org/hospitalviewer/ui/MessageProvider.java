package org.hospitalviewer.ui;

import com.vaadin.flow.i18n.I18NProvider;
import java.text.MessageFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.MissingResourceException;
import java.util.ResourceBundle;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** All texts of the screens, from the message files {@code messages*.properties}. */
@Component
public class MessageProvider implements I18NProvider {

    static final String BUNDLE = "messages";

    private static final Logger LOG = LoggerFactory.getLogger(MessageProvider.class);
    private static final ResourceBundle.Control NO_SYSTEM_LOCALE =
            ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES);

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
        try {
            String text = bundle(locale).getString(key);
            return parameters.length == 0 ? text : new MessageFormat(text, locale).format(parameters);
        } catch (MissingResourceException e) {
            LOG.warn("No text for {}", key);
            return key;
        }
    }

    /**
     * The texts of a part that fills in parameters itself.
     *
     * @param prefix what their keys begin with
     * @return texts by the rest of their keys
     */
    public Map<String, String> textsBelow(String prefix, Locale locale) {
        ResourceBundle bundle = bundle(locale);
        return bundle.keySet().stream().filter(key -> key.startsWith(prefix))
                .collect(Collectors.toMap(key -> key.substring(prefix.length()), bundle::getString));
    }

    private static ResourceBundle bundle(Locale locale) {
        return ResourceBundle.getBundle(BUNDLE, locale, NO_SYSTEM_LOCALE);
    }
}
