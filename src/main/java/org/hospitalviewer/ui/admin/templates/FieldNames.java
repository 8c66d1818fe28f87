package org.hospitalviewer.ui.admin.templates;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import org.hospitalviewer.clinical.template.TemplateField;

/** Names for programs, made out of those that people gave. */
final class FieldNames {

    private static final int LONGEST = 50;

    private FieldNames() {
    }

    /** The same fields, each with a name of its own; those that have one keep it, since reports refer to it. */
    static List<TemplateField> complete(List<TemplateField> fields) {
        Set<String> taken = fields.stream().map(TemplateField::name).filter(name -> !name.isEmpty())
                .collect(Collectors.toSet());
        List<TemplateField> complete = new ArrayList<>();
        for (TemplateField field : fields) {
            String name = field.name().isEmpty() ? fresh(plain(field.label(), "", LONGEST, "field"), "", taken)
                    : field.name();
            taken.add(name);
            complete.add(new TemplateField(name, field.label(), field.kind(), field.unit(), field.choices(),
                    field.defaultValue(), field.required()));
        }
        return complete;
    }

    /** Small letters and digits of a text, with something between its words; a substitute where it has none. */
    static String plain(String text, String between, int longest, String substitute) {
        String letters = Normalizer.normalize(text, Normalizer.Form.NFKD).toLowerCase(Locale.ROOT)
                .replaceAll("\\p{M}", "").replaceAll("[^a-z0-9]+", " ").strip().replace(" ", between);
        String cut = letters.substring(0, Math.min(letters.length(), longest)).replaceAll("-$", "");
        return cut.isEmpty() ? substitute : cut;
    }

    /** With a number after it where it is taken. */
    static String fresh(String name, String between, Set<String> taken) {
        String fresh = name;
        for (int number = 2; taken.contains(fresh); number++) {
            fresh = name + between + number;
        }
        return fresh;
    }
}
