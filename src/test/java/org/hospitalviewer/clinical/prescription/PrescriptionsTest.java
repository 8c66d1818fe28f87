package org.hospitalviewer.clinical.prescription;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hospitalviewer.access.Role.ADMIN;
import static org.hospitalviewer.access.Role.RADIOLOGIST;
import static org.hospitalviewer.access.Role.TECHNICIAN;
import static org.hospitalviewer.access.Role.VIEWER;
import static org.hospitalviewer.clinical.report.ReportDesk.MAPPER;

import java.io.IOException;
import java.net.URLEncoder;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import org.hospitalviewer.ApplianceTest;
import org.hospitalviewer.access.Role;
import org.hospitalviewer.access.Users;
import org.hospitalviewer.archive.Archive;
import org.hospitalviewer.archive.Slice;
import org.hospitalviewer.clinical.report.ReportDesk;
import org.hospitalviewer.dicom.data.Tag;
import org.hospitalviewer.dicom.data.VR;
import org.hospitalviewer.peers.WebCaller;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Prescriptions over HTTP. */
@ApplianceTest
class PrescriptionsTest {

    /** With what a Patient ID may hold and a path may not. */
    private static final String PATIENT = "P/1 & <b>\u00fc?";

    @LocalServerPort
    private int port;
    @Autowired
    private Archive archive;
    @Autowired
    private Users users;
    private ReportDesk desk;

    @BeforeEach
    void oneStudy() throws IOException {
        desk = open(PATIENT);
    }

    private ReportDesk open(String patientId) throws IOException {
        return ReportDesk.open(archive, users, port, Slice.alone().with(Tag.SpecificCharacterSet, VR.CS, "ISO_IR 192")
                .with(Tag.PatientID, VR.LO, patientId));
    }

    @Test
    void aPrescriptionIsFoundByStudyAndByPatient() throws IOException {
        JsonNode first = add(RADIOLOGIST, wanted("Ibuprofen 400 mg tablets"), 201);
        ReportDesk later = open(PATIENT);
        JsonNode second = read(later.clinicians().as(RADIOLOGIST).post("/api/prescriptions", wanted("Pantoprazole 20 mg")
                .put("studyInstanceUid", later.slice().studyUid()).toString()), 201);

        assertThat(first.get("patientIdentifier").asString()).isEqualTo(PATIENT);
        assertThat(first.get("prescribedBy").get("fullName").asString()).isEqualTo("Dr. RADIOLOGIST");
        assertThat(read(as(VIEWER).get("/api/prescriptions/study/" + desk.slice().studyUid()), 200).findValuesAsString("drug"))
                .containsExactly("Ibuprofen 400 mg tablets");
        assertThat(ofPatient("").findValuesAsString("drug")).startsWith("Pantoprazole 20 mg", "Ibuprofen 400 mg tablets");
        assertThat(ofPatient("&limit=1").size()).isEqualTo(1);
        assertThat(ofPatient("&before=" + second.get("id").asLong()).get(0).get("id")).isEqualTo(first.get("id"));
        assertThat(read(as(VIEWER).get(path(first)), 200).get("medications").get(0).get("frequency").asString())
                .isEqualTo("three times a day");
    }

    @Test
    void studiesWithoutPatientIdAreNotAllOfOnePatient() throws IOException {
        desk = open("");
        add(RADIOLOGIST, wanted("Ibuprofen"), 201);
        assertThat(read(as(ADMIN).get("/api/prescriptions/patient?id="), 200)).isEmpty();
    }

    @Test
    void aWrongPrescriptionIsWithdrawnForAReasonAndStaysToBeSeen() throws IOException {
        JsonNode added = add(RADIOLOGIST, wanted("Ibuprofen"), 201);
        assertThat(withdraw(RADIOLOGIST, added, "").statusCode()).isEqualTo(400);
        JsonNode withdrawn = read(withdraw(ADMIN, added, "Allergy"), 200).get("withdrawn");
        assertThat(withdrawn.get("reason").asString()).isEqualTo("Allergy");
        assertThat(withdrawn.get("by").get("username").asString()).isEqualTo("reporting-ADMIN");
        assertThat(read(withdraw(RADIOLOGIST, added, "Again"), 200).get("withdrawn")).isEqualTo(withdrawn);
        assertThat(read(as(VIEWER).get("/api/prescriptions/study/" + desk.slice().studyUid()), 200).get(0).get("withdrawn"))
                .isEqualTo(withdrawn);
    }

    @ParameterizedTest
    @ValueSource(strings = {"{}", "[]", "{\"studyInstanceUid\":\"%s\"}", "{\"studyInstanceUid\":\"%s\",\"medications\":[]}",
        "{\"studyInstanceUid\":\"%s\",\"medications\":[null]}", "{\"studyInstanceUid\":\"%s\",\"medications\":[{\"dose\":\"1\"}]}",
        "{\"studyInstanceUid\":\"%s\",\"medications\":\"Ibuprofen\"}", "{\"studyInstanceUid\":\"..\",\"medications\":[{\"drug\":\"x\"}]}"})
    void whatMakesNoSenseIsRefusedWithASentence(String body) throws IOException {
        JsonNode problem = read(as(RADIOLOGIST).post("/api/prescriptions", body.formatted(desk.slice().studyUid())), 400);
        assertThat(problem.get("detail").asString()).isNotBlank();
    }

    @Test
    void whatIsTooLongOrTooMuchIsRefused() throws IOException {
        add(RADIOLOGIST, wanted("x".repeat(200)), 201);
        add(RADIOLOGIST, wanted("x".repeat(201)), 400);
        ObjectNode many = wanted("x");
        for (int count = 0; count < 30; count++) {
            many.withArray("medications").addObject().put("drug", "x");
        }
        add(RADIOLOGIST, many, 400);
        add(RADIOLOGIST, wanted("x").put("remark", "x".repeat(300_000)), 413);
    }

    @Test
    void hostileTextComesBackAsText() throws IOException {
        String drug = "<img src=x onerror=alert(1)> \u0928\u092e\u0938\u094d\u0924\u0947";
        assertThat(add(RADIOLOGIST, wanted(drug + "\u0007"), 201).get("medications").get(0).get("drug").asString())
                .isEqualTo(drug);
    }

    @Test
    void onlyDoctorsOfTheClinicPrescribeAndTechniciansDoNotRead() throws IOException {
        JsonNode added = add(RADIOLOGIST, wanted("Ibuprofen"), 201);
        add(TECHNICIAN, wanted("x"), 403);
        add(VIEWER, wanted("x"), 403);
        assertThat(withdraw(VIEWER, added, "x").statusCode()).isEqualTo(403);
        assertThat(as(TECHNICIAN).get(path(added)).statusCode()).isEqualTo(403);
        add(RADIOLOGIST, wanted("x").put("studyInstanceUid", "1.2.3.4"), 404);
        assertThat(as(ADMIN).get("/api/prescriptions/999999999").statusCode()).isEqualTo(404);
    }

    private ObjectNode wanted(String drug) {
        ObjectNode wanted = MAPPER.createObjectNode().put("studyInstanceUid", desk.slice().studyUid());
        wanted.putArray("medications").addObject().put("drug", drug).put("dose", "1 tablet")
                .put("frequency", "three times a day").put("duration", "5 days").put("instructions", "after meals");
        return wanted;
    }

    private JsonNode add(Role role, ObjectNode wanted, int status) throws IOException {
        return read(as(role).post("/api/prescriptions", wanted.toString()), status);
    }

    private JsonNode ofPatient(String more) throws IOException {
        return read(as(RADIOLOGIST).get("/api/prescriptions/patient?id=" + encoded(PATIENT) + more), 200);
    }

    private HttpResponse<byte[]> withdraw(Role role, JsonNode prescription, String reason) throws IOException {
        return as(role).send("DELETE", path(prescription) + "?reason=" + encoded(reason), BodyPublishers.noBody());
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    private static String path(JsonNode prescription) {
        return "/api/prescriptions/" + prescription.get("id").asLong();
    }

    private WebCaller as(Role role) {
        return desk.clinicians().as(role);
    }

    private static JsonNode read(HttpResponse<byte[]> answer, int status) {
        return ReportDesk.read(answer, status);
    }
}
