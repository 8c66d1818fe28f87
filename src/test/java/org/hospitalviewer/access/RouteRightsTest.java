package org.hospitalviewer.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hospitalviewer.access.Role.ADMIN;
import static org.hospitalviewer.access.Role.RADIOLOGIST;
import static org.hospitalviewer.access.Role.TECHNICIAN;
import static org.hospitalviewer.access.Role.VIEWER;

import com.vaadin.flow.router.Location;
import com.vaadin.flow.router.QueryParameters;
import com.vaadin.flow.router.RouteParameters;
import com.vaadin.flow.router.Router;
import com.vaadin.flow.server.VaadinServletContext;
import com.vaadin.flow.server.auth.AccessCheckDecision;
import com.vaadin.flow.server.auth.NavigationContext;
import com.vaadin.flow.server.startup.ApplicationRouteRegistry;
import jakarta.servlet.ServletContext;
import java.io.IOException;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.hospitalviewer.ApplianceTest;
import org.hospitalviewer.peers.WebCaller;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.boot.webmvc.actuate.endpoint.web.WebMvcEndpointHandlerMapping;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.core.userdetails.UsernameNotFoundException;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/** Walks every route with every role and with none. A new route makes this fail until it is entered here. */
@ApplianceTest
class RouteRightsTest {

    private static final Set<Role> EVERYBODY = EnumSet.allOf(Role.class);
    private static final Set<Role> SENDERS = EnumSet.complementOf(EnumSet.of(VIEWER));
    private static final Set<Role> READERS = EnumSet.of(ADMIN, RADIOLOGIST);
    private static final Set<Role> PRESCRIPTION_READERS = EnumSet.of(ADMIN, RADIOLOGIST, VIEWER);
    private static final Set<Role> DELETERS = EnumSet.of(ADMIN, TECHNICIAN);
    private static final Set<Role> REPORT_READERS = EnumSet.of(ADMIN, RADIOLOGIST, VIEWER);
    private static final String PASSWORD = "route-test-password";

    /** REST and DICOMweb: who may, strangers never. */
    private static final Map<String, Set<Role>> METHODS = new TreeMap<>(Map.ofEntries(
            Map.entry("POST /api/auth/logout", EVERYBODY),
            Map.entry("POST /api/auth/activity", EVERYBODY),
            Map.entry("GET /api/auth/tokens", EVERYBODY),
            Map.entry("POST /api/auth/tokens", EVERYBODY),
            Map.entry("DELETE /api/auth/tokens/{id}", EVERYBODY),
            Map.entry("GET /api/auth/me", EVERYBODY),
            Map.entry("GET /api/audit/logs", EnumSet.of(ADMIN)),
            Map.entry("GET /api/changes", EVERYBODY),
            Map.entry("GET /api/orthanc/status", EVERYBODY),
            Map.entry("GET /api/dicomweb/studies", EVERYBODY),
            Map.entry("GET /api/dicomweb/studies/{study}", EVERYBODY),
            Map.entry("GET /api/dicomweb/studies/{study}/series", EVERYBODY),
            Map.entry("GET /api/dicomweb/studies/{study}/series/{series}/instances", EVERYBODY),
            Map.entry("GET /api/dicomweb/instances/{instance}", EVERYBODY),
            Map.entry("GET /dicom-web/studies/{study}", EVERYBODY),
            Map.entry("GET /dicom-web/studies/{study}/series/{series}", EVERYBODY),
            Map.entry("POST /dicom-web/studies", SENDERS),
            Map.entry("POST /dicom-web/studies/{study}", SENDERS),
            Map.entry("GET /api/system/config", EnumSet.of(ADMIN)),
            Map.entry("GET /api/devices", EnumSet.of(ADMIN)),
            Map.entry("POST /api/devices", EnumSet.of(ADMIN)),
            Map.entry("PUT /api/devices/{id}", EnumSet.of(ADMIN)),
            Map.entry("DELETE /api/devices/{id}", EnumSet.of(ADMIN)),
            Map.entry("POST /api/devices/{id}/echo", EnumSet.of(ADMIN)),
            Map.entry("DELETE /api/studies/{uid}", DELETERS),
            Map.entry("POST /api/studies/{uid}/corrections", DELETERS),
            Map.entry("GET /api/corrections", DELETERS),
            Map.entry("GET /api/corrections/{id}", DELETERS),
            Map.entry("POST /api/corrections/{id}/undo", DELETERS),
            Map.entry("POST /api/corrections/{id}/apply", DELETERS),
            Map.entry("GET /api/quarantine", EnumSet.of(ADMIN)),
            Map.entry("GET /api/quarantine/{id}", EnumSet.of(ADMIN)),
            Map.entry("POST /api/quarantine/{id}/decide", EnumSet.of(ADMIN)),
            Map.entry("GET /api/quarantine/{id}/stored/picture", EnumSet.of(ADMIN)),
            Map.entry("GET /api/quarantine/{id}/arrived/picture", EnumSet.of(ADMIN)),
            Map.entry("GET /api/trash", DELETERS),
            Map.entry("POST /api/trash/{id}/restore", DELETERS),
            Map.entry("DELETE /api/trash/{id}", EnumSet.of(ADMIN)),
            Map.entry("GET /api/studies/{study}/zip", SENDERS),
            Map.entry("GET /api/exports/{id}", SENDERS),
            Map.entry("GET /api/studies/{uid}/publish", SENDERS),
            Map.entry("PUT /api/studies/{uid}/publish", SENDERS),
            Map.entry("DELETE /api/studies/{uid}/publish", SENDERS),
            Map.entry("POST /api/measurements", READERS),
            Map.entry("PUT /api/measurements/{id}", READERS),
            Map.entry("DELETE /api/measurements/{id}", READERS),
            Map.entry("GET /api/measurements/study/{study}", EVERYBODY),
            Map.entry("GET /api/measurements/series/{series}", EVERYBODY),
            Map.entry("GET /api/reports", REPORT_READERS),
            Map.entry("POST /api/reports", READERS),
            Map.entry("GET /api/reports/study/{study}", REPORT_READERS),
            Map.entry("GET /api/reports/study/{study}/reading", SENDERS),
            Map.entry("PUT /api/reports/study/{study}/reading", SENDERS),
            Map.entry("GET /api/reports/physicians", SENDERS),
            Map.entry("GET /api/reports/turnaround", SENDERS),
            Map.entry("GET /api/reports/{id}", REPORT_READERS),
            Map.entry("PUT /api/reports/{id}", READERS),
            Map.entry("DELETE /api/reports/{id}", READERS),
            Map.entry("GET /api/reports/{id}/versions", REPORT_READERS),
            Map.entry("GET /api/reports/{id}/versions/{number}", REPORT_READERS),
            Map.entry("POST /api/reports/{id}/sign", READERS),
            Map.entry("POST /api/reports/{id}/amend", READERS),
            Map.entry("PUT /api/reports/{id}/working-copy", READERS),
            Map.entry("DELETE /api/reports/{id}/working-copy", READERS),
            Map.entry("POST /api/reports/{id}/lock", READERS),
            Map.entry("DELETE /api/reports/{id}/lock", READERS),
            Map.entry("GET /api/reports/{id}/pdf", REPORT_READERS),
            Map.entry("GET /api/letterhead/logo", EnumSet.of(ADMIN)),
            Map.entry("GET /api/letterhead/sample", EnumSet.of(ADMIN)),
            Map.entry("PUT /api/letterhead/logo", EnumSet.of(ADMIN)),
            Map.entry("DELETE /api/letterhead/logo", EnumSet.of(ADMIN)),
            Map.entry("GET /api/report-templates", READERS),
            Map.entry("GET /api/report-templates/all", EnumSet.of(ADMIN)),
            Map.entry("POST /api/report-templates", EnumSet.of(ADMIN)),
            Map.entry("PUT /api/report-templates/{key}", EnumSet.of(ADMIN)),
            Map.entry("DELETE /api/report-templates/{key}", EnumSet.of(ADMIN)),
            Map.entry("GET /api/report-snippets", READERS),
            Map.entry("POST /api/report-snippets", READERS),
            Map.entry("PUT /api/report-snippets/{id}", READERS),
            Map.entry("DELETE /api/report-snippets/{id}", READERS),
            Map.entry("GET /api/preferences/{key}", EVERYBODY),
            Map.entry("PUT /api/preferences/{key}", EVERYBODY),
            Map.entry("DELETE /api/preferences/{key}", EVERYBODY),
            Map.entry("GET /api/notes/study/{study}", SENDERS),
            Map.entry("GET /api/notes/series/{series}", SENDERS),
            Map.entry("POST /api/notes", SENDERS),
            Map.entry("PUT /api/notes/{id}", SENDERS),
            Map.entry("DELETE /api/notes/{id}", SENDERS),
            Map.entry("GET /api/prescriptions/study/{study}", PRESCRIPTION_READERS),
            Map.entry("GET /api/prescriptions/patient", PRESCRIPTION_READERS),
            Map.entry("GET /api/prescriptions/{id}", PRESCRIPTION_READERS),
            Map.entry("GET /api/prescriptions/{id}/pdf", PRESCRIPTION_READERS),
            Map.entry("POST /api/prescriptions", READERS),
            Map.entry("DELETE /api/prescriptions/{id}", READERS),
            Map.entry("POST /api/old-installation/users", EnumSet.of(ADMIN)),
            Map.entry("POST /api/old-installation/reports", EnumSet.of(ADMIN)),
            Map.entry("POST /api/old-installation/studies", EnumSet.of(ADMIN)),
            Map.entry("POST /api/import/list-directories", EnumSet.of(ADMIN)),
            Map.entry("POST /api/import/test", EnumSet.of(ADMIN)),
            Map.entry("POST /api/import/scan", EnumSet.of(ADMIN)),
            Map.entry("POST /api/import/start", EnumSet.of(ADMIN)),
            Map.entry("POST /api/import/stop", EnumSet.of(ADMIN)),
            Map.entry("GET /api/import/status", EnumSet.of(ADMIN)),
            Map.entry("GET /api/import/history", EnumSet.of(ADMIN)),
            Map.entry("PUT /api/import/monitoring", EnumSet.of(ADMIN)),
            Map.entry("POST /api/backup/configure", EnumSet.of(ADMIN)),
            Map.entry("POST /api/backup/configure-gdrive", EnumSet.of(ADMIN)),
            Map.entry("GET /api/backup/oauth/start", EnumSet.of(ADMIN)),
            Map.entry("GET /api/backup/oauth/callback", EnumSet.of(ADMIN)),
            Map.entry("POST /api/backup/oauth/disconnect", EnumSet.of(ADMIN)),
            Map.entry("POST /api/backup/schedule", EnumSet.of(ADMIN)),
            Map.entry("POST /api/backup/test", EnumSet.of(ADMIN)),
            Map.entry("POST /api/backup/backup-now", EnumSet.of(ADMIN)),
            Map.entry("GET /api/backup/status", EnumSet.of(ADMIN)),
            Map.entry("GET /api/backup/list-backups", EnumSet.of(ADMIN)),
            Map.entry("GET /api/backup/download/{id}", EnumSet.of(ADMIN)),
            Map.entry("POST /api/backup/restore", EnumSet.of(ADMIN)),
            Map.entry("GET /api/sync/get-config", EnumSet.of(ADMIN)),
            Map.entry("POST /api/sync/configure-path", EnumSet.of(ADMIN)),
            Map.entry("POST /api/sync/configure", EnumSet.of(ADMIN)),
            Map.entry("POST /api/sync/test", EnumSet.of(ADMIN)),
            Map.entry("POST /api/sync/sync-now", EnumSet.of(ADMIN)),
            Map.entry("GET /api/sync/status", EnumSet.of(ADMIN)),
            Map.entry("GET /api/sync/history", EnumSet.of(ADMIN)),
            Map.entry("POST /api/sync/enable-auto", EnumSet.of(ADMIN)),
            Map.entry("POST /api/sync/disable-auto", EnumSet.of(ADMIN)),
            Map.entry("GET /api/docs", EVERYBODY),
            Map.entry("GET /api/docs/openapi.json", EVERYBODY),
            Map.entry("GET /api/uploads", SENDERS),
            Map.entry("POST /api/uploads", SENDERS),
            Map.entry("POST /api/uploads/single", SENDERS),
            Map.entry("GET /api/uploads/{id}", SENDERS),
            Map.entry("PUT /api/uploads/{id}", SENDERS),
            Map.entry("GET /api/uploads/{id}/files", SENDERS),
            Map.entry("DELETE /api/uploads/{id}", SENDERS),
            Map.entry("GET /api/jobs", EnumSet.of(ADMIN)),
            Map.entry("GET /api/jobs/{id}", EnumSet.of(ADMIN)),
            Map.entry("POST /api/jobs/{kind}", EnumSet.of(ADMIN)),
            Map.entry("POST /api/jobs/{id}/cancel", EnumSet.of(ADMIN)),
            Map.entry("GET /dicom-web/studies", EVERYBODY),
            Map.entry("GET /dicom-web/series", EVERYBODY),
            Map.entry("GET /dicom-web/instances", EVERYBODY),
            Map.entry("GET /dicom-web/studies/{study}/series", EVERYBODY),
            Map.entry("GET /dicom-web/studies/{study}/instances", EVERYBODY),
            Map.entry("GET /dicom-web/studies/{study}/series/{series}/instances", EVERYBODY),
            Map.entry("GET /dicom-web/studies/{study}/metadata", EVERYBODY),
            Map.entry("GET /dicom-web/studies/{study}/series/{series}/metadata", EVERYBODY),
            Map.entry("GET /api/dicomweb/thumbnail/{uid}", EVERYBODY),
            Map.entry("GET /dicom-web/studies/{study}/rendered", EVERYBODY),
            Map.entry("GET /dicom-web/studies/{study}/thumbnail", EVERYBODY),
            Map.entry("GET /dicom-web/studies/{study}/series/{series}/rendered", EVERYBODY),
            Map.entry("GET /dicom-web/studies/{study}/series/{series}/thumbnail", EVERYBODY),
            Map.entry("GET /dicom-web/studies/{study}/series/{series}/instances/{instance}/rendered", EVERYBODY),
            Map.entry("GET /dicom-web/studies/{study}/series/{series}/instances/{instance}/thumbnail", EVERYBODY),
            Map.entry("GET /dicom-web/studies/{study}/series/{series}/instances/{instance}/frames/{number}/rendered",
                    EVERYBODY),
            Map.entry("GET /dicom-web/studies/{study}/series/{series}/instances/{instance}/frames/{number}/thumbnail",
                    EVERYBODY),
            Map.entry("GET /dicom-web/studies/{study}/series/{series}/instances/{instance}", EVERYBODY),
            Map.entry("GET /dicom-web/studies/{study}/series/{series}/instances/{instance}/metadata", EVERYBODY),
            Map.entry("GET /dicom-web/studies/{study}/series/{series}/instances/{instance}/frames/{numbers}",
                    EVERYBODY),
            Map.entry("GET /dicom-web/studies/{study}/series/{series}/instances/{instance}/bulkdata/{*attribute}",
                    EVERYBODY)));

    /** Open to strangers: the way in, and what tells them that they have to take it. */
    private static final Set<String> DOORS =
            Set.of("POST /api/auth/login", "GET /api/auth/check-session", "GET /error");

    /** For people at a browser, who are led to the login: {@code ReadingRoomTest}. */
    private static final Set<String> PAGES = Set.of("GET /viewer/{study:[0-9.]{1,64}}");

    /** Screens: who may; strangers only where the doors are. */
    private static final Map<String, Set<Role>> SCREENS = Map.ofEntries(
            Map.entry("", EVERYBODY), Map.entry("worklist", EVERYBODY),
            Map.entry("patient/:study", EVERYBODY),
            Map.entry("account", EVERYBODY), Map.entry("admin", EnumSet.of(ADMIN)),
            Map.entry("admin/jobs", EnumSet.of(ADMIN)), Map.entry("admin/sync", EnumSet.of(ADMIN)), Map.entry("admin/backup", EnumSet.of(ADMIN)), Map.entry("admin/settings", EnumSet.of(ADMIN)),
            Map.entry("admin/devices", EnumSet.of(ADMIN)), Map.entry("admin/users", EnumSet.of(ADMIN)),
            Map.entry("admin/templates", EnumSet.of(ADMIN)),
            Map.entry("admin/audit", EnumSet.of(ADMIN)), Map.entry("admin/trash", DELETERS),
            Map.entry("admin/corrections", DELETERS), Map.entry("transfers", SENDERS),
            Map.entry("upload", SENDERS),
            Map.entry("admin/old-installation", EnumSet.of(ADMIN)),
            Map.entry("admin/import", EnumSet.of(ADMIN)),
            Map.entry("admin/statistics", EnumSet.of(ADMIN)), Map.entry("admin/quarantine", EnumSet.of(ADMIN)));
    private static final Set<String> SCREEN_DOORS = Set.of("login", "setup");

    @LocalServerPort
    private int port;
    @Autowired
    private Users users;
    @Autowired
    private AuditLog audit;
    @Autowired
    private ScreenRights screenRights;
    @Autowired
    private ServletContext servletContext;
    @Autowired
    private RequestMappingHandlerMapping requestMappingHandlerMapping;
    @Autowired
    private WebMvcEndpointHandlerMapping endpoints;

    @AfterEach
    void forgetWhoWasLoggedIn() {
        SecurityContextHolder.clearContext();
    }

    @Test
    void everyMethodIsOpenToExactlyThoseWhoMay() throws IOException {
        Map<String, HandlerMethod> routes = routes(requestMappingHandlerMapping.getHandlerMethods());
        Set<String> expected = new TreeSet<>(METHODS.keySet());
        expected.addAll(DOORS);
        assertThat(routes.keySet()).containsAll(PAGES);
        routes.keySet().removeAll(PAGES);
        assertThat(routes.keySet()).as("routes, each of which needs an entry in this test").isEqualTo(expected);
        Map<Role, WebCaller> callers = callers();
        for (String route : routes.keySet()) {
            Set<Role> may = METHODS.getOrDefault(route, EVERYBODY);
            assertStranger(route);
            for (Map.Entry<Role, WebCaller> caller : callers.entrySet()) {
                int denials = denials();
                int status = status(caller.getValue(), route);
                boolean allowed = may.contains(caller.getKey());
                assertThat(status).as(route + " as " + caller.getKey()).isLessThan(500);
                assertThat(status != 401 && status != 403).as(route + " as " + caller.getKey() + ": " + status)
                        .isEqualTo(allowed);
                assertThat(denials() - denials).as("denials audited of " + route).isEqualTo(allowed ? 0 : 1);
            }
        }
    }

    private void assertStranger(String route) throws IOException {
        int denials = denials();
        int status = status(WebCaller.stranger(port), route);
        boolean open = DOORS.contains(route);
        assertThat(status == 401).as(route + " by a stranger: " + status).isEqualTo(!open);
        assertThat(denials() - denials).as("denials audited of " + route).isEqualTo(open ? 0 : 1);
    }

    @Test
    void everyMethodNamesItsAction() {
        requestMappingHandlerMapping.getHandlerMethods().values().forEach(method ->
                assertThat(RightsInterceptor.action(method, new MockHttpServletRequest("GET", "/")))
                        .as(method + " has no @Requires").isPresent());
    }

    @Test
    void aMethodWithoutActionIsClosedToEverybody() throws NoSuchMethodException {
        HandlerMethod bare = new HandlerMethod(this, getClass().getDeclaredMethod("bare"));
        assertThat(RightsInterceptor.action(bare, new MockHttpServletRequest("GET", "/"))).isEmpty();
    }

    @SuppressWarnings("unused")
    private void bare() {
        // stands for a method that somebody forgot to annotate
    }

    @Test
    void addressesThatLeadNowhereTellStrangersNothing() throws IOException {
        for (String address : List.of("/api", "/api/users", "/dicom-web", "/dicom-web/", "/dicom-web/x/y")) {
            assertThat(WebCaller.stranger(port).get(address).statusCode()).as(address).isIn(401, 404);
            assertThat(callers().get(Role.VIEWER).get(address).statusCode()).as(address).isEqualTo(404);
        }
        assertThat(WebCaller.stranger(port).get("/dicom-web/x").statusCode()).isEqualTo(401);
    }

    @Test
    void ofTheActuatorOnlyHealthIsThereAndSaysNoDetails() throws IOException {
        Set<String> patterns = endpoints.getHandlerMethods().keySet().stream()
                .flatMap(info -> info.getPatternValues().stream()).collect(Collectors.toSet());
        assertThat(patterns).isEqualTo(Set.of("/actuator", "/actuator/health", "/actuator/health/**"));
        String health = WebCaller.text(WebCaller.stranger(port).get("/actuator/health"));
        assertThat(health).contains("\"status\":\"UP\"").doesNotContain("details", "components");
        assertThat(WebCaller.text(callers().get(ADMIN).get("/actuator/health"))).isEqualTo(health);
    }

    @Test
    void everyScreenIsOpenToExactlyThoseWhoMay() {
        Map<String, Class<?>> screens = new LinkedHashMap<>();
        screens().getRegisteredRoutes().forEach(route -> screens.put(route.getTemplate(), route.getNavigationTarget()));
        Set<String> expected = new TreeSet<>(SCREENS.keySet());
        expected.addAll(SCREEN_DOORS);
        assertThat(new TreeSet<>(screens.keySet())).as("screens, each of which needs an entry in this test")
                .isEqualTo(expected);
        screens.forEach((template, screen) -> {
            assertThat(screen.getAnnotation(Requires.class)).as(screen + " has no @Requires").isNotNull();
            assertThat(mayEnter(null, screen)).as(template + " by a stranger").isEqualTo(SCREEN_DOORS.contains(template));
            for (Role role : Role.values()) {
                assertThat(mayEnter(role, screen)).as(template + " as " + role)
                        .isEqualTo(SCREENS.getOrDefault(template, EVERYBODY).contains(role));
            }
        });
    }

    @Test
    void aScreenWithoutActionIsClosedToEverybodyAndTheAttemptIsAudited() {
        int denials = denials();
        assertThat(mayEnter(ADMIN, String.class)).isFalse();
        assertThat(denials()).isEqualTo(denials + 1);
    }

    private ApplicationRouteRegistry screens() {
        return ApplicationRouteRegistry.getInstance(new VaadinServletContext(servletContext));
    }

    private boolean mayEnter(Role role, Class<?> screen) {
        SecurityContextHolder.clearContext();
        if (role != null) {
            Account account = new Account(0, "nobody-" + role, "", "", role, true, false);
            SecurityContextHolder.getContext().setAuthentication(
                    UsernamePasswordAuthenticationToken.authenticated(account, null, account.getAuthorities()));
        }
        NavigationContext context = new NavigationContext(new Router(screens()), screen, new Location("x", QueryParameters.empty()),
                RouteParameters.empty(), null, _ -> false, false);
        return screenRights.check(context).decision() == AccessCheckDecision.ALLOW;
    }

    private Map<Role, WebCaller> callers() {
        Map<Role, WebCaller> callers = new EnumMap<>(Role.class);
        for (Role role : Role.values()) {
            String name = "route-" + role;
            try {
                users.loadUserByUsername(name);
            } catch (UsernameNotFoundException e) {
                users.create(name, PASSWORD, "", role);
            }
            callers.put(role, WebCaller.stranger(port).as(name, PASSWORD));
        }
        return callers;
    }

    /** Each method of each pattern, such as {@code GET /api/auth/me}. */
    private static Map<String, HandlerMethod> routes(Map<RequestMappingInfo, HandlerMethod> mappings) {
        Map<String, HandlerMethod> routes = new TreeMap<>();
        mappings.forEach((info, method) -> {
            Set<RequestMethod> verbs = info.getMethodsCondition().getMethods();
            Set<RequestMethod> all = verbs.isEmpty() ? EnumSet.of(RequestMethod.GET) : verbs;
            all.forEach(verb -> info.getPatternValues().forEach(pattern -> routes.put(verb + " " + pattern, method)));
        });
        return routes;
    }

    private static int status(WebCaller caller, String route) throws IOException {
        String[] parts = route.split(" ");
        String path = parts[1].replace("{numbers}", "1").replace("{*attribute}", "7FE00010")
                .replaceAll("\\{\\w+}", "1.2.3");
        return parts[0].equals("GET") ? caller.get(path).statusCode()
                : caller.send(parts[0], path, BodyPublishers.ofString("{}"), "Content-Type", "application/json")
                        .statusCode();
    }

    private int denials() {
        return (int) audit.newest(0, 1_000_000).stream().filter(entry -> entry.result().equals("DENIED")).count();
    }
}
