package org.hospitalviewer.appliance;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What was asked for at the start.
 *
 * @param home       home folder
 * @param openBrowser whether to open the browser when ready
 * @param help       only print the usage
 * @param stop       only stop the instance that runs in the home folder
 * @param job        bean name of the job to run instead of serving; empty to serve
 * @param homeGiven  whether the command line names the home folder
 * @param decrypt    file or folder of encrypted copies to make readable instead of serving; null to serve
 * @param keyFile    file that holds the key of these; null for none
 * @param settings   settings by property name, the strongest source of all
 */
record CommandLine(Path home, boolean openBrowser, boolean help, boolean stop, String job, boolean homeGiven,
                   Path decrypt, Path keyFile, Map<String, String> settings) {

    static final String USAGE = """
            Usage: run [--home DIR] [--port 8080] [--dicom-port 4242] [--bind ADDRESS] [--no-browser] [--demo] [--stop]
                       [--rebuild-index | --check-files | --restore FILE [--only-database] [--without-images] | --decrypt PATH [--key-file FILE]]
              --home DIR         folder for everything the appliance writes (default: home)
              --port N           port of the web interface (default: 8080)
              --dicom-port N     port that scanners send to (default: 4242)
              --bind ADDRESS     network address for both (default: web on this computer only, DICOM on all networks)
              --no-browser       do not open the browser
              --demo             add made-up studies and a user for each role, to try the appliance out
              --stop             stop the appliance that runs in this home folder, and wait until it has ended
              --rebuild-index    make the index of the images anew from their files, with all ports closed, and end
              --check-files      compare every image file with what was received, with all ports closed, and end
                                 (exit code of both: 0 all is well, 1 could not be done, 2 something was found)
              --restore FILE     put back database and configuration from a backup, with all ports closed, and end; the
                                 recovery key is in the environment as VIEWER_BACKUP_KEY. What is there now is backed up
                                 first (exit code: 0 restored, 1 nothing was changed)
              --only-database    with --restore: leave the configuration as it is
              --without-images   with --restore: do not bring back images; otherwise the next start brings those that are
                                 missing, from the packs beside the backup
              --decrypt PATH     make readable files beside the encrypted ones that the sync made, of a file or a folder, and
                                 end. The key of the Sync page is in the environment as VIEWER_SYNC_KEY, or in the file
                                 that --key-file FILE names; with --home DIR the appliance's own is taken, while it is stopped
                                 (exit code: 0 all is well, 1 nothing was done, 2 some files could not be read)
              --NAME=VALUE       any other setting, named as in config/application.properties""";

    /** Backup to restore, for the job of that name. */
    static final String RESTORE_FILE = "viewer.restore.file";
    private static final String ONLY_DATABASE = "viewer.restore.only-database";
    private static final String IMAGES = "viewer.restore.images";

    private static final Map<String, String> PROPERTIES = Map.of(
            "--port", "viewer.http-port", "--dicom-port", "viewer.dicom-port", "--bind", "viewer.bind");

    static CommandLine parse(String[] args) {
        Path home = Path.of(System.getenv().getOrDefault("VIEWER_HOME", "home"));
        boolean browser = true;
        boolean help = false;
        boolean stop = false;
        String job = "";
        boolean homeGiven = false;
        Path decrypt = null;
        Path keyFile = null;
        Map<String, String> settings = new LinkedHashMap<>();
        List<String> rest = new ArrayList<>(List.of(args));
        while (!rest.isEmpty()) {
            String option = rest.removeFirst();
            int equals = option.indexOf('=');
            if (equals > 0) {
                rest.addFirst(option.substring(equals + 1));
                option = option.substring(0, equals);
            }
            switch (option) {
                case "--help", "-h" -> help = true;
                case "--no-browser" -> browser = false;
                case "--stop" -> stop = true;
                case "--rebuild-index" -> job = "indexRebuild";
                case "--check-files" -> job = "fileCheck";
                case "--restore" -> {
                    job = "restore";
                    settings.put(RESTORE_FILE, Path.of(value(option, rest)).toAbsolutePath().toString());
                }
                case "--only-database" -> settings.put(ONLY_DATABASE, "true");
                case "--without-images" -> settings.put(IMAGES, "false");
                case "--decrypt" -> decrypt = Path.of(value(option, rest));
                case "--key-file" -> keyFile = Path.of(value(option, rest));
                case "--demo" -> settings.put("viewer.demo", "true");
                case "--home" -> {
                    home = Path.of(value(option, rest));
                    homeGiven = true;
                }
                case "--port", "--dicom-port" -> settings.put(PROPERTIES.get(option), port(option, value(option, rest)));
                case "--bind" -> settings.put(PROPERTIES.get(option), value(option, rest));
                default -> settings.put(propertyName(option, equals > 0), value(option, rest));
            }
        }
        return new CommandLine(home, browser, help, stop, job, homeGiven, decrypt, keyFile, settings);
    }

    /** The same with a job to do, which needs some settings of its own. */
    CommandLine with(String anotherJob, Map<String, String> more) {
        Map<String, String> all = new LinkedHashMap<>(settings);
        all.putAll(more);
        return new CommandLine(home, openBrowser, help, stop, anotherJob, homeGiven, decrypt, keyFile, all);
    }

    private static String propertyName(String option, boolean hasValue) {
        if (hasValue && option.startsWith("--") && option.contains(".")) {
            return option.substring(2);
        }
        throw new StartProblem("Unknown option " + option + ".\n" + USAGE);
    }

    private static String value(String option, List<String> rest) {
        if (rest.isEmpty() || rest.getFirst().isBlank()) {
            throw new StartProblem("The option " + option + " needs a value.\n" + USAGE);
        }
        return rest.removeFirst();
    }

    private static String port(String option, String text) {
        if (text.matches("\\d{1,5}") && Integer.parseInt(text) <= 65_535) {
            return text;
        }
        throw new StartProblem("The option " + option + " needs a port number from 0 to 65535, not '" + text + "'.");
    }
}
