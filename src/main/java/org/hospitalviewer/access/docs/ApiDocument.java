package org.hospitalviewer.access.docs;

import java.lang.reflect.Type;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.hospitalviewer.access.Action;
import org.hospitalviewer.access.Requires;
import org.hospitalviewer.access.Rights;
import org.hospitalviewer.access.Role;
import org.springframework.core.MethodParameter;
import org.springframework.core.annotation.AnnotatedElementUtils;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.ValueConstants;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** The routes of the appliance as OpenAPI 3.1: addresses, parameters, bodies, answers, and who may. */
final class ApiDocument {

    private static final String PROBLEM = "#/components/schemas/Problem";

    private final ObjectNode document = JsonNodeFactory.instance.objectNode().put("openapi", "3.1.0");
    private final ObjectNode paths;
    private final JsonSchemas schemas;

    private ApiDocument(String version) {
        document.putObject("info").put("title", "Hospital DICOM Viewer Pro").put("version", version).put("description",
                "DICOMweb (PS3.18) below /dicom-web, the rest below /api. Login by session, Basic, or a key as Bearer. "
                        + "Failures are problem details (RFC 9457). x-roles says which roles may.");
        login();
        paths = document.putObject("paths");
        ObjectNode components = document.withObject("/components").putObject("schemas");
        ObjectNode problem = components.putObject("Problem").put("type", "object").putObject("properties");
        problem.putObject("title").put("type", "string");
        problem.putObject("status").put("type", "integer");
        problem.putObject("detail").put("type", "string");
        schemas = new JsonSchemas(components);
    }

    static ObjectNode of(Map<RequestMappingInfo, HandlerMethod> routes, String version) {
        ApiDocument written = new ApiDocument(version);
        routes.entrySet().stream().flatMap(route -> route.getKey().getPatternValues().stream()
                        .filter(path -> path.startsWith("/api/") || path.startsWith("/dicom-web"))
                        .map(path -> new Route(path, route.getKey(), route.getValue())))
                .sorted(Comparator.comparing(Route::path)).forEach(written::add);
        return written.document;
    }

    private record Route(String path, RequestMappingInfo mapping, HandlerMethod method) {
    }

    private void login() {
        ObjectNode schemes = document.putObject("components").putObject("securitySchemes");
        schemes.putObject("basic").put("type", "http").put("scheme", "basic");
        schemes.putObject("key").put("type", "http").put("scheme", "bearer");
        schemes.putObject("session").put("type", "apiKey").put("in", "cookie").put("name", "JSESSIONID");
        schemes.propertyNames().forEach(name -> document.withArray("security").addObject().putArray(name));
    }

    private void add(Route route) {
        ObjectNode path = paths.withObjectProperty(route.path().replace("{*", "{"));
        Set<RequestMethod> verbs = route.mapping().getMethodsCondition().getMethods();
        (verbs.isEmpty() ? Set.of(RequestMethod.GET) : verbs).forEach(verb -> {
            if (!path.has(verb.name().toLowerCase())) {
                describe(path.putObject(verb.name().toLowerCase()), route);
            }
        });
    }

    private void describe(ObjectNode operation, Route route) {
        HandlerMethod method = route.method();
        List<String> parts = Arrays.stream(route.path().split("/")).filter(part -> !part.isEmpty()).toList();
        operation.putArray("tags").add(parts.getFirst().equals("api") ? parts.get(1) : parts.getFirst());
        operation.put("summary", words(method.getMethod().getName()));
        roles(operation, method);
        for (MethodParameter parameter : method.getMethodParameters()) {
            parameter(parameter).ifPresent(described -> operation.withArray("parameters").add(described));
        }
        Body body = method.getMethodAnnotation(Body.class);
        if (body != null) {
            ObjectNode request = operation.putObject("requestBody").put("required", true);
            request.putObject("content").putObject("application/json").set("schema", schemas.of(body.value()));
        }
        answers(operation.putObject("responses"), method);
    }

    private static void roles(ObjectNode operation, HandlerMethod method) {
        Requires requires = Optional.ofNullable(AnnotatedElementUtils.findMergedAnnotation(method.getMethod(), Requires.class))
                .orElseGet(() -> AnnotatedElementUtils.findMergedAnnotation(method.getBeanType(), Requires.class));
        if (requires != null) {
            Action action = requires.value();
            Stream.of(Role.values()).filter(role -> Rights.allows(role, action))
                    .forEach(role -> operation.withArray("x-roles").add(role.name()));
            if (Rights.allowsStranger(action)) {
                operation.putArray("security");
            }
        }
    }

    private Optional<ObjectNode> parameter(MethodParameter parameter) {
        PathVariable inPath = parameter.getParameterAnnotation(PathVariable.class);
        RequestParam inQuery = parameter.getParameterAnnotation(RequestParam.class);
        if (inPath == null && inQuery == null) {
            return Optional.empty();
        }
        String given = inPath != null ? inPath.value() : inQuery.value();
        ObjectNode described = JsonNodeFactory.instance.objectNode()
                .put("name", given.isEmpty() ? parameter.getParameter().getName() : given)
                .put("in", inPath != null ? "path" : "query")
                .put("required", inPath != null
                        || inQuery.required() && inQuery.defaultValue().equals(ValueConstants.DEFAULT_NONE));
        described.set("schema", schemas.of(parameter.getGenericParameterType()));
        return Optional.of(described);
    }

    private void answers(ObjectNode answers, HandlerMethod method) {
        ResponseStatus status = method.getMethodAnnotation(ResponseStatus.class);
        ObjectNode success = answers.putObject(status == null ? "200" : Integer.toString(status.code().value()))
                .put("description", status == null ? "OK" : status.code().getReasonPhrase());
        Type type = method.getMethod().getGenericReturnType();
        ObjectNode schema = type == void.class ? JsonNodeFactory.instance.objectNode() : schemas.of(type);
        if (!schema.isEmpty()) {
            success.putObject("content").putObject("application/json").set("schema", schema);
        }
        answers.putObject("default").put("description", "A problem, said in its detail").putObject("content")
                .putObject("application/problem+json").putObject("schema").put("$ref", PROBLEM);
    }

    /** {@code ofStudy} becomes {@code of study}. */
    private static String words(String name) {
        return name.replaceAll("([a-z])([A-Z])", "$1 $2").toLowerCase();
    }
}
