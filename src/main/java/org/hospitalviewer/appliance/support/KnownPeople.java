package org.hospitalviewer.appliance.support;

import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.hospitalviewer.access.User;
import org.hospitalviewer.archive.Archive;
import org.hospitalviewer.archive.ArchiveQuery;
import org.hospitalviewer.archive.QueryLevel;
import org.hospitalviewer.dicom.data.Attributes;
import org.hospitalviewer.dicom.data.Tag;

/** Names and numbers of patients and names of users, as far as they could be taken for a word of the program or a number. */
final class KnownPeople {

    private static final int PAGE = 2_000;
    /** Another server is not asked for more than its newest studies. */
    private static final int MOST_OF_OTHER_SERVER = 2_000;
    private static final List<Integer> TELLING = List.of(Tag.PatientName, Tag.PatientID, Tag.PatientBirthDate,
            Tag.AccessionNumber, Tag.StudyID, Tag.ReferringPhysicianName);

    private final Set<String> words;
    private final Set<String> values = new HashSet<>();

    /** @param words of the program: only what looks like one of them could pass for one */
    KnownPeople(Set<String> words) {
        this.words = words.stream().map(word -> word.toLowerCase(Locale.ROOT)).collect(Collectors.toUnmodifiableSet());
    }

    /** Parts of names and numbers in lower case. */
    Set<String> values() {
        return values;
    }

    void addPatients(Archive archive) {
        int most = archive.remote().isPresent() ? MOST_OF_OTHER_SERVER : Integer.MAX_VALUE;
        List<Attributes> page;
        int offset = 0;
        do {
            page = archive.find(ArchiveQuery.of(QueryLevel.STUDY, List.of(), offset, PAGE));
            page.forEach(study -> TELLING.forEach(tag -> add(study.getString(tag))));
            offset += PAGE;
        } while (page.size() == PAGE && offset < most);
    }

    /** Where the user name stands in for a full name it is most likely a word such as admin. */
    void addUsers(List<User> users) {
        users.stream().filter(user -> !user.fullName().equals(user.username())).forEach(user -> add(user.fullName()));
    }

    void add(String value) {
        if (value != null) {
            String lower = value.strip().toLowerCase(Locale.ROOT);
            Stream.concat(Stream.of(lower), Stream.of(lower.split("[^\\p{L}\\p{N}]+"))).filter(this::couldPass)
                    .forEach(values::add);
        }
    }

    private boolean couldPass(String part) {
        return part.length() > 1
                && (words.contains(part) || part.matches("[\\d.]{1,9}|[0-9a-f]{4}h|1\\.2\\.840\\.10008[.\\d]*"));
    }
}
