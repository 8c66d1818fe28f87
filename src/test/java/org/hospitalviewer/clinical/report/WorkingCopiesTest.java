package org.hospitalviewer.clinical.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hospitalviewer.access.Role.ADMIN;
import static org.hospitalviewer.access.Role.RADIOLOGIST;
import static org.hospitalviewer.clinical.report.ReportDesk.MAPPER;
import static org.hospitalviewer.clinical.report.ReportDesk.change;
import static org.hospitalviewer.clinical.report.ReportDesk.content;
import static org.hospitalviewer.clinical.report.ReportDesk.path;
import static org.hospitalviewer.clinical.report.ReportDesk.read;

import java.io.IOException;
import org.hospitalviewer.ApplianceTest;
import org.hospitalviewer.access.Role;
import org.hospitalviewer.access.Users;
import org.hospitalviewer.archive.Archive;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** What is typed and not saved, and who may write at the moment. */
@ApplianceTest
class WorkingCopiesTest {

    @LocalServerPort
    private int port;
    @Autowired
    private Archive archive;
    @Autowired
    private Users users;
    private ReportDesk desk;
    private JsonNode draft;

    @BeforeEach
    void begin() throws IOException {
        desk = ReportDesk.open(archive, users, port);
        draft = desk.draft("saved");
    }

    private JsonNode typed(Role role, int basedOn, int revision, String findings, int status) throws IOException {
        ObjectNode typed = MAPPER.createObjectNode().put("basedOnVersion", basedOn).put("revision", revision);
        typed.set("content", content(findings));
        return read(desk.put(role, path(draft) + "/working-copy", typed), status);
    }

    private JsonNode open(Role role) throws IOException {
        return read(desk.get(role, path(draft)), 200);
    }

    private JsonNode lock(Role role, boolean takeOver) throws IOException {
        return read(desk.post(role, path(draft) + "/lock", MAPPER.createObjectNode().put("takeOver", takeOver)), 200)
                .get("lock");
    }

    @Test
    void whatWasTypedIsThereAfterACrashAndGoneAfterTheSave() throws IOException {
        assertThat(typed(RADIOLOGIST, 1, 0, "typed", 200).get("revision").asInt()).isEqualTo(1);
        assertThat(typed(RADIOLOGIST, 1, 1, "typed more", 200).get("revision").asInt()).isEqualTo(2);
        JsonNode recovered = open(RADIOLOGIST).get("workingCopy");
        assertThat(recovered.get("content").get("findings").asString()).isEqualTo("typed more");
        assertThat(open(RADIOLOGIST).get("report").get("content").get("findings").asString()).isEqualTo("saved");
        assertThat(open(ADMIN).get("workingCopy").isNull()).isTrue();

        JsonNode saved = read(desk.put(RADIOLOGIST, path(draft), change(1, "typed more").put("revision", 2)), 200);
        assertThat(saved.get("workingCopy").isNull()).isTrue();
        assertThat(saved.get("report").get("version").asInt()).isEqualTo(2);
    }

    @Test
    void theSameTextSentTwiceIsKeptOnceAndTheSavedTextNotAtAll() throws IOException {
        typed(RADIOLOGIST, 1, 0, "typed", 200);
        assertThat(typed(RADIOLOGIST, 1, 0, "typed", 200).get("revision").asInt()).isEqualTo(1);
        assertThat(typed(RADIOLOGIST, 1, 1, "saved", 200).get("revision").asInt()).isZero();
        assertThat(open(RADIOLOGIST).get("workingCopy").isNull()).isTrue();
    }

    @Test
    void twoWindowsOfOnePersonDoNotWriteOverEachOther() throws IOException {
        typed(RADIOLOGIST, 1, 0, "in the first window", 200);
        JsonNode problem = typed(RADIOLOGIST, 1, 0, "in the second window", 409);
        assertThat(problem.get("reason").asString()).isEqualTo("OTHER_WINDOW");
        assertThat(problem.get("newest").get("copy").get("content").get("findings").asString())
                .isEqualTo("in the first window");
        read(desk.put(RADIOLOGIST, path(draft), change(1, "of the second window").put("revision", 0)), 200);
        assertThat(open(RADIOLOGIST).get("workingCopy").get("content").get("findings").asString())
                .isEqualTo("in the first window");
    }

    @Test
    void anAmendmentIsWrittenBesideTheSignedTextUntilItIsSigned() throws IOException {
        read(desk.post(RADIOLOGIST, path(draft) + "/sign", MAPPER.createObjectNode().put("version", 1)), 200);
        typed(RADIOLOGIST, 2, 0, "amended", 200);
        assertThat(open(Role.VIEWER).get("report").get("content").get("findings").asString()).isEqualTo("saved");
        assertThat(read(desk.get(RADIOLOGIST, "?unsaved=true"), 200).get("reports"))
                .anySatisfy(entry -> assertThat(entry.get("id")).isEqualTo(draft.get("id")));
        read(desk.post(RADIOLOGIST, path(draft) + "/amend",
                change(2, "amended").put("revision", 1).put("reason", "More seen")), 200);
        assertThat(open(Role.VIEWER).get("report").get("content").get("findings").asString()).isEqualTo("amended");
        assertThat(open(RADIOLOGIST).get("workingCopy").isNull()).isTrue();
    }

    @Test
    void textIsKeptWhenSomebodySavesMeanwhileAndTheReceiptTellsOfIt() throws IOException {
        typed(RADIOLOGIST, 1, 0, "mine", 200);
        read(desk.put(ADMIN, path(draft), change(1, "of the other")), 200);
        JsonNode receipt = typed(RADIOLOGIST, 1, 1, "mine and more", 200);
        assertThat(receipt.get("newestVersion").asInt()).isEqualTo(2);
        assertThat(open(RADIOLOGIST).get("workingCopy").get("content").get("findings").asString())
                .isEqualTo("mine and more");
    }

    @Test
    void discardedTextIsGone() throws IOException {
        typed(RADIOLOGIST, 1, 0, "typed", 200);
        assertThat(desk.delete(RADIOLOGIST, path(draft) + "/working-copy").statusCode()).isEqualTo(204);
        assertThat(desk.delete(RADIOLOGIST, path(draft) + "/working-copy").statusCode()).isEqualTo(404);
        assertThat(open(RADIOLOGIST).get("workingCopy").isNull()).isTrue();
    }

    @Test
    void aLockIsSeenHonouredTakenOverAndGivenBack() throws IOException {
        assertThat(lock(RADIOLOGIST, false).get("mine").asBoolean()).isTrue();
        JsonNode seen = lock(ADMIN, false);
        assertThat(seen.get("mine").asBoolean()).isFalse();
        assertThat(seen.get("holder").get("fullName").asString()).isEqualTo("Dr. RADIOLOGIST");
        assertThat(open(ADMIN).get("lock").get("holder").get("fullName").asString()).isEqualTo("Dr. RADIOLOGIST");

        JsonNode refused = read(desk.put(ADMIN, path(draft), change(1, "against the lock")), 409);
        assertThat(refused.get("reason").asString()).isEqualTo("LOCKED");
        assertThat(refused.get("newest").get("workingCopy").get("content").get("findings").asString())
                .isEqualTo("against the lock");

        assertThat(lock(ADMIN, true).get("mine").asBoolean()).isTrue();
        assertThat(lock(RADIOLOGIST, false).get("mine").asBoolean()).isFalse();
        read(desk.put(RADIOLOGIST, path(draft), change(1, "lost lease")), 409);
        read(desk.put(ADMIN, path(draft), change(1, "taken over")), 200);
        desk.delete(RADIOLOGIST, path(draft) + "/lock");
        assertThat(lock(RADIOLOGIST, false).get("mine").asBoolean()).isFalse();
        desk.delete(ADMIN, path(draft) + "/lock");
        assertThat(lock(RADIOLOGIST, false).get("mine").asBoolean()).isTrue();
    }
}
