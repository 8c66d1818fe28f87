package org.hospitalviewer.appliance.support;

/** What the bundle says of itself. */
final class SupportReadme {

    static final String TEXT = """
            Support bundle of Hospital DICOM Viewer Pro

            This file is for somebody who helps you from outside. Nothing was sent: you decide who gets it.
            All files in it are plain text. Read them before you send them.

            versions.txt   program, Java, operating system, database
            settings.txt   switches, numbers and choices; of texts, addresses and files only whether there is one
            counts.txt     how many studies, images, users and so on there are, and the room on the disk
            health.txt     what works at this moment
            jobs.txt       the last runs of the jobs and how they ended
            logs/          the end of each log file
            problems.txt   what could not be read for this bundle

            What is not in it: names, numbers and birth dates of patients, accession numbers, identifiers of studies and
            images, reports and other texts that people wrote, names of users, passwords, keys, tokens, addresses.

            The logs were filtered for this. Of each line only the time, the kind, words that the program itself is made
            to write, short numbers and places in the program are left. All else is replaced by "…", even where it would
            have been harmless; so is each word that is also a part of a patient's or a user's name.
            The unfiltered logs stay in the folder "logs" of the appliance.
            """;

    private SupportReadme() {
    }
}
