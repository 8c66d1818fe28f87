package org.hospitalviewer.clinical.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.hospitalviewer.access.Role.ADMIN;
import static org.hospitalviewer.access.Role.RADIOLOGIST;
import static org.hospitalviewer.access.Role.TECHNICIAN;
import static org.hospitalviewer.access.Role.VIEWER;
import static org.hospitalviewer.clinical.report.ReportDesk.MAPPER;
import static org.hospitalviewer.clinical.report.ReportDesk.path;
import static org.hospitalviewer.clinical.report.ReportDesk.read;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.hospitalviewer.ApplianceTest;
import org.hospitalviewer.access.Account;
import org.hospitalviewer.access.Role;
import org.hospitalviewer.access.Users;
import org.hospitalviewer.archive.Archive;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.context.SecurityContextHolder;
import tools.jackson.databind.JsonNode;

/** Which studies are read, by whom and how fast. */
@ApplianceTest
class ReadingListTest {

    @LocalServerPort
    private int port;
    @Autowired
    private Archive archive;
    @Autowired
    private Users users;
    @Autowired
    private ReadingList list;
    private ReportDesk desk;

    @BeforeEach
    void openDesk() throws IOException {
        desk = ReportDesk.open(archive, users, port);
    }

    @AfterEach
    void leave() {
        SecurityContextHolder.clearContext();
    }

    private Account enter(Role role) {
        Account account = users.loadUserByUsername("reporting-" + role);
        SecurityContextHolder.getContext().setAuthentication(
                UsernamePasswordAuthenticationToken.authenticated(account, null, account.getAuthorities()));
        return account;
    }

    private JsonNode assign(Role by, Long to, boolean urgent, int status) throws IOException {
        return read(desk.put(by, "/study/" + desk.slice().studyUid() + "/reading",
                MAPPER.createObjectNode().put("assignedTo", to).put("urgent", urgent)), status);
    }

    @Test
    void theStatusOfManyStudiesComesAtOnceAndTheStrongestCounts() throws IOException {
        String signed = desk.slice().studyUid();
        JsonNode draft = desk.draft("to be signed");
        read(desk.post(RADIOLOGIST, path(draft) + "/sign", MAPPER.createObjectNode().put("version", 1)), 200);
        desk.draft("addendum");
        ReportDesk other = ReportDesk.open(archive, users, port);
        other.draft("draft");
        String drafted = other.slice().studyUid();
        List<String> many = new ArrayList<>(IntStream.range(0, 1_200).mapToObj(n -> "1.2.3." + n).toList());
        many.addAll(List.of(signed, drafted));

        enter(TECHNICIAN);
        assertThat(list.statusOf(many)).isEqualTo(Map.of(signed, ReportStatus.FINAL, drafted, ReportStatus.DRAFT));
        assertThat(list.studiesWith(ReportStatus.DRAFT, 1_000)).contains(drafted);
        enter(VIEWER);
        assertThat(list.statusOf(many)).isEqualTo(Map.of(signed, ReportStatus.FINAL));
        assertThat(list.studiesWith(ReportStatus.FINAL, 1_000)).contains(signed);
        assertThatThrownBy(() -> list.studiesWith(ReportStatus.DRAFT, 10)).isInstanceOf(AccessDeniedException.class);
        SecurityContextHolder.clearContext();
        assertThatThrownBy(() -> list.statusOf(many)).isInstanceOf(AccessDeniedException.class);
    }

    @Test
    void aStudyIsGivenToARadiologistAndMarkedUrgent() throws IOException {
        long radiologist = users.loadUserByUsername("reporting-RADIOLOGIST").id();
        JsonNode reading = assign(TECHNICIAN, radiologist, true, 200);
        assertThat(reading.get("assignedTo").get("fullName").asString()).isEqualTo("Dr. RADIOLOGIST");
        assertThat(reading.get("urgent").asBoolean()).isTrue();
        assertThat(reading.get("status").isNull()).isTrue();
        enter(RADIOLOGIST);
        assertThat(list.waiting(radiologist, 1_000)).contains(desk.slice().studyUid());
        JsonNode draft = desk.draft("read at last");
        assertThat(read(desk.get(ADMIN, "?assignedTo=" + radiologist), 200).get("reports").get(0).get("reading")
                .get("urgent").asBoolean()).isTrue();
        assertThat(read(desk.get(RADIOLOGIST, "?assignedTo=me"), 200).get("reports").get(0).get("id"))
                .isEqualTo(draft.get("id"));
        read(desk.post(RADIOLOGIST, path(draft) + "/sign", MAPPER.createObjectNode().put("version", 1)), 200);
        assertThat(list.waiting(radiologist, 1_000)).doesNotContain(desk.slice().studyUid());

        assign(VIEWER, null, false, 403);
        assign(ADMIN, users.loadUserByUsername("reporting-VIEWER").id(), false, 400);
        assertThat(assign(ADMIN, null, false, 200).get("assignedTo").isNull()).isTrue();
        assertThat(desk.put(ADMIN, "/study/1.2.3.4/reading", MAPPER.createObjectNode().put("urgent", true)).statusCode())
                .isEqualTo(404);
        assertThat(read(desk.get(TECHNICIAN, "/physicians"), 200)).extracting(one -> one.get("username").asString())
                .contains("reporting-RADIOLOGIST", "reporting-ADMIN").doesNotContain("reporting-TECHNICIAN");
    }

    @Test
    void draftsAndUnsavedTextAreOnesOwnDrafts() throws IOException {
        JsonNode draft = desk.draft("mine");
        enter(RADIOLOGIST);
        assertThat(list.myDrafts()).extracting(ReportPage.Entry::id).contains(draft.get("id").asLong());
        enter(ADMIN);
        assertThat(list.myDrafts()).extracting(ReportPage.Entry::id).doesNotContain(draft.get("id").asLong());
    }

    @Test
    void theTimeFromTheImagesToTheSignatureIsSummedUp() throws IOException {
        enter(ADMIN);
        Turnaround before = list.turnaround(1);
        JsonNode draft = desk.draft("signed");
        read(desk.post(RADIOLOGIST, path(draft) + "/sign", MAPPER.createObjectNode().put("version", 1)), 200);
        Turnaround after = list.turnaround(1);
        assertThat(after.signed()).isEqualTo(before.signed() + 1);
        assertThat(after.median()).isPositive();
        List<Duration> hours = IntStream.rangeClosed(1, 10).mapToObj(Duration::ofHours).toList();
        assertThat(Turnaround.of(30, 10, hours, 0).median()).isEqualTo(Duration.ofHours(5));
        assertThat(Turnaround.of(30, 10, hours, 0).slowest()).isEqualTo(Duration.ofHours(9));
        assertThat(Turnaround.of(30, 0, List.of(), 0).median()).isZero();
    }
}
