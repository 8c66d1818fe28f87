package org.hospitalviewer.appliance.support;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.lang.classfile.ClassFile;
import java.lang.classfile.constantpool.PoolEntry;
import java.lang.classfile.constantpool.StringEntry;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;

/**
 * The words that the program can write by itself: those in the text constants of its classes, and those that the parts it
 * is built of are known to log. They are taken from the classes, so that no list has to follow the program.
 */
final class ProgramWords {

    private static final String CLASSES = "classpath*:org/hospitalviewer/**/*.class";
    /** Made-up patients have names. */
    private static final String DEMO = "/hospitalviewer/demo/";
    private static final Pattern WORD = Pattern.compile("[A-Za-z]+(?:[-'][A-Za-z]+)*");

    private ProgramWords() {
    }

    /** Each as it is written; takes about a second. */
    static Set<String> all() {
        Set<String> words = new HashSet<>();
        String program = program();
        try {
            for (Resource file : new PathMatchingResourcePatternResolver().getResources(CLASSES)) {
                String address = file.getURL().toString();
                if (address.startsWith(program) && !address.contains(DEMO)) {
                    addConstants(file, words);
                }
            }
            addOthers(words);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return words;
    }

    /** What the addresses of the program's classes begin with; classes of others may share its packages. */
    private static String program() {
        String name = ProgramWords.class.getName().replace('.', '/') + ".class";
        String address = ProgramWords.class.getResource("/" + name).toString();
        return address.substring(0, address.length() - name.length());
    }

    private static void addConstants(Resource file, Set<String> words) throws IOException {
        for (PoolEntry entry : ClassFile.of().parse(file.getContentAsByteArray()).constantPool()) {
            if (entry instanceof StringEntry text) {
                add(text.stringValue(), words);
            }
        }
    }

    /** Words of the database server, the web server and the frameworks. */
    private static void addOthers(Set<String> words) throws IOException {
        try (InputStream others = ProgramWords.class.getResourceAsStream("words-of-others.txt")) {
            add(new String(others.readAllBytes(), StandardCharsets.UTF_8), words);
        }
    }

    private static void add(String text, Set<String> words) {
        WORD.matcher(text).results().map(MatchResult::group).forEach(words::add);
    }
}
