package org.hospitalviewer.appliance.settings;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.MalformedInputException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The settings file that people edit too: what they wrote stays, line by line, and only the values that change are
 * exchanged.
 *
 * @param path {@code config/application.properties} in the home folder
 */
record SettingsFile(Path path) {

    private static final Pattern ENTRY = Pattern.compile("^\\s*([\\w.-]+)\\s*[=:].*", Pattern.DOTALL);
    private static final Pattern TEMPLATE = Pattern.compile("^\\s*[#!]\\s*([\\w.-]+)=.*", Pattern.DOTALL);

    /** Puts the values into the file, which is there whole before and after, whatever happens meanwhile. */
    void write(Map<String, String> values) throws IOException {
        List<String> lines = read();
        values.forEach((property, value) -> put(lines, property, value));
        Path draft = path.resolveSibling(path.getFileName() + ".new");
        try (FileChannel channel = FileChannel.open(draft, StandardOpenOption.CREATE, StandardOpenOption.WRITE,
                StandardOpenOption.TRUNCATE_EXISTING)) {
            ByteBuffer bytes = StandardCharsets.UTF_8.encode(String.join("\n", lines) + "\n");
            while (bytes.hasRemaining()) {
                channel.write(bytes);
            }
            channel.force(true);
        }
        Files.move(draft, path, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }

    /** Logical lines: one that ends in a backslash takes the next one in. */
    private List<String> read() throws IOException {
        List<String> logical = new ArrayList<>();
        StringBuilder open = new StringBuilder();
        for (String line : text().lines().toList()) {
            open.append(open.isEmpty() ? "" : "\n").append(line);
            if (!isContinued(line) || isComment(open)) {
                logical.add(open.toString());
                open.setLength(0);
            }
        }
        if (!open.isEmpty()) {
            logical.add(open.toString());
        }
        return logical;
    }

    /** A file that somebody saved in an old encoding is read as such. */
    private String text() throws IOException {
        if (!Files.exists(path)) {
            return "";
        }
        try {
            return Files.readString(path, StandardCharsets.UTF_8);
        } catch (MalformedInputException e) {
            return Files.readString(path, StandardCharsets.ISO_8859_1);
        }
    }

    private static boolean isComment(CharSequence line) {
        String text = line.toString().stripLeading();
        return text.startsWith("#") || text.startsWith("!");
    }

    private static boolean isContinued(String line) {
        int backslashes = 0;
        while (backslashes < line.length() && line.charAt(line.length() - 1 - backslashes) == '\\') {
            backslashes++;
        }
        return backslashes % 2 == 1;
    }

    private static void put(List<String> lines, String property, String value) {
        String entry = property + "=" + escaped(value);
        int last = lastOf(ENTRY, lines, property);
        if (last >= 0) {
            lines.set(last, entry);
            return;
        }
        int template = lastOf(TEMPLATE, lines, property);
        lines.add(template >= 0 ? template + 1 : lines.size(), entry);
    }

    private static int lastOf(Pattern pattern, List<String> lines, String property) {
        for (int line = lines.size() - 1; line >= 0; line--) {
            Matcher matcher = pattern.matcher(lines.get(line));
            if (matcher.matches() && uniform(matcher.group(1)).equals(uniform(property))) {
                return line;
            }
        }
        return -1;
    }

    /** Spring takes {@code viewer.httpPort} for {@code viewer.http-port}. */
    private static String uniform(String name) {
        return name.replace("-", "").replace("_", "").toLowerCase(Locale.ROOT);
    }

    private static String escaped(String value) {
        String plain = value.replace("\\", "\\\\").replace("${", "\\\\${");
        return plain.startsWith(" ") ? "\\" + plain : plain;
    }
}
