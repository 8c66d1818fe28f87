package org.hospitalviewer.language;

import java.text.MessageFormat;
import java.util.Locale;
import java.util.Map;
import java.util.MissingResourceException;
import java.util.ResourceBundle;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What the message files say. */
public final class Texts {

    static final String BUNDLE = "messages";

    private static final Logger LOG = LoggerFactory.getLogger(Texts.class);
    private static final ResourceBundle.Control NO_SYSTEM_LOCALE =
            ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES);

    private Texts() {
    }

    /**
     * A text with its parameters filled in, which are shown as they are, whatever stands in them.
     *
     * @return the key where there is no such text
     */
    public static String text(Locale locale, String key, Object... parameters) {
        try {
            String text = bundle(locale).getString(key);
            return parameters.length == 0 ? text : new MessageFormat(text, locale).format(parameters);
        } catch (MissingResourceException e) {
            LOG.warn("No text for {}", key);
            return key;
        }
    }

    /** Whether there is such a text. */
    public static boolean has(String key) {
        return bundle(Locale.ENGLISH).containsKey(key);
    }

    /**
     * The texts of a part that fills in parameters itself.
     *
     * @param prefix what their keys begin with
     * @return texts by the rest of their keys
     */
    public static Map<String, String> below(String prefix, Locale locale) {
        ResourceBundle bundle = bundle(locale);
        return bundle.keySet().stream().filter(key -> key.startsWith(prefix))
                .collect(Collectors.toMap(key -> key.substring(prefix.length()), bundle::getString));
    }

    private static ResourceBundle bundle(Locale locale) {
        return ResourceBundle.getBundle(BUNDLE, locale, NO_SYSTEM_LOCALE);
    }
}
