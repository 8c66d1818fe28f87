package org.hospitalviewer.clinical.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hospitalviewer.access.Role.ADMIN;
import static org.hospitalviewer.access.Role.RADIOLOGIST;
import static org.hospitalviewer.access.Role.TECHNICIAN;
import static org.hospitalviewer.access.Role.VIEWER;
import static org.hospitalviewer.clinical.report.ReportDesk.MAPPER;
import static org.hospitalviewer.clinical.report.ReportDesk.path;
import static org.hospitalviewer.clinical.report.ReportDesk.read;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.hospitalviewer.ApplianceTest;
import org.hospitalviewer.access.Account;
import org.hospitalviewer.access.Role;
import org.hospitalviewer.access.Users;
import org.hospitalviewer.archive.Archive;
import org.hospitalviewer.archive.ArchiveQuery;
import org.hospitalviewer.archive.Match;
import org.hospitalviewer.archive.QueryLevel;
import org.hospitalviewer.dicom.data.Tag;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.context.SecurityContextHolder;

/** The worklist by what is said of the reading: four studies, one signed, one drafted, one urgent, one of which nothing is said. */
@ApplianceTest
class ReadingWorklistTest {

    @LocalServerPort
    private int port;
    @Autowired
    private Archive archive;
    @Autowired
    private Users users;
    @Autowired
    private ReadingList list;
    @Autowired
    private ReadingWorklist worklist;
    @Autowired
    private ReportNews news;
    private String signed;
    private String drafted;
    private String urgent;
    private String silent;

    @BeforeEach
    void fourStudies() throws IOException {
        ReportDesk desk = ReportDesk.open(archive, users, port);
        signed = desk.slice().studyUid();
        read(desk.post(RADIOLOGIST, path(desk.draft("all is well")) + "/sign", MAPPER.createObjectNode().put("version", 1)), 200);
        ReportDesk other = ReportDesk.open(archive, users, port);
        drafted = other.slice().studyUid();
        other.draft("not yet");
        urgent = ReportDesk.open(archive, users, port).slice().studyUid();
        silent = ReportDesk.open(archive, users, port).slice().studyUid();
        Account radiologist = enter(RADIOLOGIST);
        assertThat(list.assign(urgent, radiologist.id(), true)).isTrue();
        assertThat(list.assign(silent, radiologist.id(), false)).isTrue();
    }

    @AfterEach
    void leave() {
        SecurityContextHolder.clearContext();
    }

    @Test
    void theStudiesAreThoseOfTheArchiveAndTheReadingIsSaidOfEach() {
        List<ListedStudy> all = worklist.find(query(0, 10), ReadingFilter.ALL);
        assertThat(uids(all)).containsExactlyInAnyOrder(signed, drafted, urgent, silent);
        assertThat(of(all, signed).status()).isEqualTo(ReportStatus.FINAL);
        assertThat(of(all, drafted).status()).isEqualTo(ReportStatus.DRAFT);
        assertThat(of(all, silent).status()).isNull();
        assertThat(of(all, urgent).reading().urgent()).isTrue();
        assertThat(of(all, silent).reading().assignedTo().username()).isEqualTo("reporting-RADIOLOGIST");
    }

    @Test
    void eachFilterFindsItsStudiesAndCountsThem() {
        assertThat(filtered(ReadingFilter.SIGNED)).containsExactly(signed);
        assertThat(filtered(ReadingFilter.DRAFT)).containsExactly(drafted);
        assertThat(filtered(ReadingFilter.MY_DRAFTS)).containsExactly(drafted);
        assertThat(filtered(ReadingFilter.URGENT)).containsExactly(urgent);
        assertThat(filtered(ReadingFilter.MINE)).containsExactlyInAnyOrder(urgent, silent);
        assertThat(filtered(ReadingFilter.UNREAD)).startsWith(urgent).containsExactlyInAnyOrder(urgent, drafted, silent);
        assertThat(filtered(ReadingFilter.UNREAD_FIRST)).startsWith(urgent).endsWith(signed).hasSize(4);
    }

    @Test
    void pagesOfAFilterFollowEachOther() {
        List<String> pages = new ArrayList<>();
        for (int offset = 0; offset < 4; offset++) {
            pages.addAll(uids(worklist.find(query(offset, 1), ReadingFilter.UNREAD_FIRST)));
        }
        assertThat(pages).isEqualTo(filtered(ReadingFilter.UNREAD_FIRST));
        assertThat(worklist.find(query(4, 1), ReadingFilter.UNREAD_FIRST)).isEmpty();
    }

    @Test
    void aReferringDoctorLearnsOfSignedReportsOnly() {
        enter(VIEWER);
        assertThat(worklist.offered()).containsExactly(ReadingFilter.ALL, ReadingFilter.SIGNED);
        List<ListedStudy> all = worklist.find(query(0, 10), ReadingFilter.ALL);
        assertThat(of(all, signed).status()).isEqualTo(ReportStatus.FINAL);
        assertThat(of(all, drafted).status()).isNull();
        assertThat(all).allMatch(study -> !study.reading().urgent() && study.reading().assignedTo() == null);
    }

    @Test
    void whoWritesNoReportsIsNotAskedForOwnDrafts() {
        enter(TECHNICIAN);
        assertThat(worklist.offered()).contains(ReadingFilter.UNREAD, ReadingFilter.URGENT)
                .doesNotContain(ReadingFilter.MY_DRAFTS, ReadingFilter.MINE);
        enter(ADMIN);
        assertThat(worklist.offered()).containsExactly(ReadingFilter.values());
    }

    @Test
    void openScreensHearOfChanges() {
        List<String> heard = new ArrayList<>();
        Runnable end = news.subscribe(() -> heard.add("changed"));
        list.assign(silent, null, false);
        assertThat(heard).hasSize(1);
        end.run();
        list.assign(silent, null, true);
        assertThat(heard).hasSize(1);
    }

    private List<String> filtered(ReadingFilter filter) {
        List<String> found = uids(worklist.find(query(0, 10), filter));
        assertThat(worklist.count(query(0, 0), filter)).as(filter + " counted").isEqualTo(found.size());
        return found;
    }

    private static List<String> uids(List<ListedStudy> studies) {
        return studies.stream().map(listed -> listed.study().getString(Tag.StudyInstanceUID)).toList();
    }

    private static ListedStudy of(List<ListedStudy> studies, String uid) {
        return studies.get(uids(studies).indexOf(uid));
    }

    /** Other tests have studies of their own. */
    private ArchiveQuery query(int offset, int limit) {
        return ArchiveQuery.of(QueryLevel.STUDY, List.of(new Match.OneOf(Tag.StudyInstanceUID,
                List.of(signed, drafted, urgent, silent))), offset, limit);
    }

    private Account enter(Role role) {
        Account account = users.loadUserByUsername("reporting-" + role);
        SecurityContextHolder.getContext().setAuthentication(
                UsernamePasswordAuthenticationToken.authenticated(account, null, account.getAuthorities()));
        return account;
    }
}
