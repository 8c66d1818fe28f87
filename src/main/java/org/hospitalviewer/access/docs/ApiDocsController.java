package org.hospitalviewer.access.docs;

import org.hospitalviewer.access.Action;
import org.hospitalviewer.access.Requires;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.info.BuildProperties;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;
import tools.jackson.databind.node.ObjectNode;

/** What there is to ask, for programs as JSON and for people as a page. */
@RestController
@RequestMapping("/api/docs")
@Requires(Action.USE_OWN_ACCOUNT)
class ApiDocsController {

    private final ObjectProvider<RequestMappingHandlerMapping> routes;
    private final String version;

    /** Asked for late: the routes are known when all controllers are made. */
    ApiDocsController(ObjectProvider<RequestMappingHandlerMapping> routes, ObjectProvider<BuildProperties> build) {
        this.routes = routes;
        this.version = build.stream().findFirst().map(BuildProperties::getVersion).orElse("0");
    }

    @GetMapping(produces = {MediaType.APPLICATION_JSON_VALUE, "application/vnd.oai.openapi+json;version=3.1"})
    ObjectNode document() {
        return ApiDocument.of(routes.stream().filter(mapping -> mapping.getClass() == RequestMappingHandlerMapping.class)
                .findFirst().orElseThrow().getHandlerMethods(), version);
    }

    /** Under a name of its own, for browsers, which ask for pages first. */
    @GetMapping(value = "/openapi.json", produces = MediaType.APPLICATION_JSON_VALUE)
    ObjectNode file() {
        return document();
    }

    @GetMapping(produces = MediaType.TEXT_HTML_VALUE)
    String page() {
        return ApiPage.of(document());
    }
}
