package org.hospitalviewer.appliance.support;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.hospitalviewer.access.Users;
import org.hospitalviewer.archive.Archive;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Service;

/**
 * A ZIP file for whoever helps from outside. What cannot be read is told in it, and the rest is there. Facts are chosen
 * one by one; of the logs, only what {@link LogFilter} lets pass.
 */
@Service
class SupportBundle {

    private static final Logger LOG = LoggerFactory.getLogger(SupportBundle.class);

    private final SupportFacts facts;
    private final Archive archive;
    private final Users users;
    private final LogFolder logs;

    SupportBundle(SupportFacts facts, Archive archive, Users users, @Value("${viewer.log-folder}") Path logFolder) {
        this.facts = facts;
        this.archive = archive;
        this.users = users;
        this.logs = new LogFolder(logFolder);
    }

    /** Writes the bundle and leaves the stream open. */
    void writeTo(OutputStream out) throws IOException {
        List<String> problems = new ArrayList<>();
        ZipOutputStream zip = new ZipOutputStream(out, StandardCharsets.UTF_8);
        write(zip, "README.txt", SupportReadme.TEXT);
        write(zip, "versions.txt", told("versions", problems, facts::versions));
        write(zip, "settings.txt", told("settings", problems, facts::settings));
        write(zip, "counts.txt", told("counts", problems, facts::counts));
        LogFilter filter = filter(problems);
        write(zip, "health.txt", told("health", problems, () -> facts.health(filter)));
        write(zip, "jobs.txt", told("jobs", problems, () -> facts.jobs(filter)));
        for (Path log : logs.files(problems)) {
            write(zip, "logs/" + log.getFileName(), told("logs/" + log.getFileName(), problems,
                    () -> logs.end(log, filter)));
        }
        write(zip, "problems.txt", problems.isEmpty() ? "None.\n" : String.join("\n", problems) + "\n");
        zip.finish();
    }

    /** Without the names of the patients no number of the logs is let through, for it might be one of theirs. */
    private LogFilter filter(List<String> problems) {
        Set<String> words = ProgramWords.all();
        try {
            KnownPeople people = new KnownPeople(words);
            people.addPatients(archive);
            people.addUsers(users.all());
            return new LogFilter(words, people.values(), true);
        } catch (RuntimeException e) {
            LOG.warn("The support bundle does without the names of the patients: {}", e.toString());
            problems.add("The list of patients could not be read (" + e.getClass().getSimpleName()
                    + "): no numbers are shown in the logs.");
            return new LogFilter(words, Set.of(), false);
        }
    }

    private static String told(String what, List<String> problems, Part part) {
        try {
            return part.text();
        } catch (IOException | RuntimeException e) {
            LOG.warn("The part {} of a support bundle could not be made", what, e);
            problems.add(what + " could not be read: " + e.getClass().getSimpleName());
            return "Could not be read, see problems.txt.\n";
        }
    }

    private static void write(ZipOutputStream zip, String name, String text) throws IOException {
        zip.putNextEntry(new ZipEntry(name));
        zip.write(text.getBytes(StandardCharsets.UTF_8));
        zip.closeEntry();
    }

    /** One file of the bundle, of a few megabytes at most. */
    private interface Part {
        String text() throws IOException;
    }
}
