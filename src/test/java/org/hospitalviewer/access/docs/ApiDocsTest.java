package org.hospitalviewer.access.docs;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.Set;
import java.util.TreeSet;
import org.hospitalviewer.ApplianceTest;
import org.hospitalviewer.FreshHome;
import org.hospitalviewer.peers.WebCaller;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The document of the routes is as true as the routes. */
@ApplianceTest
class ApiDocsTest {

    @LocalServerPort
    private int port;
    @Autowired
    private RequestMappingHandlerMapping requestMappingHandlerMapping;

    @Test
    void everyRouteForProgramsIsInIt() throws IOException {
        Set<String> routes = new TreeSet<>();
        requestMappingHandlerMapping.getHandlerMethods().keySet().forEach(info -> info.getPatternValues().stream()
                .filter(path -> path.startsWith("/api/") || path.startsWith("/dicom-web")).forEach(path ->
                        (info.getMethodsCondition().getMethods().isEmpty() ? Set.of(RequestMethod.GET)
                                : info.getMethodsCondition().getMethods())
                                .forEach(verb -> routes.add(verb + " " + path.replace("{*", "{")))));
        Set<String> documented = new TreeSet<>();
        document().get("paths").properties().forEach(path -> path.getValue().propertyNames()
                .forEach(verb -> documented.add(verb.toUpperCase() + " " + path.getKey())));
        assertThat(documented).isEqualTo(routes).contains("POST /api/reports", "GET /dicom-web/studies");
    }

    @Test
    void aRouteTellsItsParametersBodyAnswerAndRoles() throws IOException {
        JsonNode add = document().at("/paths/~1api~1notes/post");
        assertThat(add.get("x-roles").toString()).isEqualTo("[\"ADMIN\",\"RADIOLOGIST\",\"TECHNICIAN\"]");
        assertThat(add.at("/requestBody/content/application~1json/schema/$ref").asString()).isEqualTo("#/components/schemas/NewNote");
        assertThat(add.at("/responses/201/content/application~1json/schema/$ref").asString()).isEqualTo("#/components/schemas/Note");
        assertThat(document().at("/components/schemas/Note/properties/category/enum").toString()).contains("\"follow_up\"");
        JsonNode list = document().at("/paths/~1api~1reports/get/parameters");
        assertThat(list.findValuesAsString("name")).contains("status", "limit", "before");
        assertThat(list.findValuesAsString("required")).containsOnly("false");
    }

    @Test
    void everyReferenceLeadsSomewhere() throws IOException {
        JsonNode document = document();
        document.findValuesAsString("$ref").forEach(reference ->
                assertThat(document.at(reference.substring(1)).isMissingNode()).as(reference).isFalse());
    }

    @Test
    void peopleGetAPage() throws IOException {
        var answer = caller().get("/api/docs", "Accept", "text/html");
        assertThat(answer.headers().firstValue("Content-Type").orElseThrow()).startsWith("text/html");
        assertThat(WebCaller.text(answer)).contains("<code>GET /api/reports/{id}/versions</code>", "technician");
    }

    private JsonNode document() throws IOException {
        return JsonMapper.shared().readTree(caller().get("/api/docs").body());
    }

    private WebCaller caller() {
        return WebCaller.stranger(port).as(FreshHome.ADMIN, FreshHome.PASSWORD);
    }
}
