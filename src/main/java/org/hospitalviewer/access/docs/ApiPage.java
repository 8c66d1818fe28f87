package org.hospitalviewer.access.docs;

import java.util.stream.Collectors;
import org.springframework.web.util.HtmlUtils;
import tools.jackson.databind.JsonNode;

/** The document as a plain page for people. */
final class ApiPage {

    private static final String PAGE = """
            <!doctype html>
            <html lang="en">
            <head><meta charset="utf-8"><title>%1$s</title><meta name="viewport" content="width=device-width, initial-scale=1">
            <link rel="stylesheet" href="/api-docs.css"><link rel="icon" href="/icon.svg"></head>
            <body><main><h1>%1$s</h1><p>%2$s</p><p><a href="/api/docs/openapi.json">OpenAPI 3.1</a></p>
            <table><thead><tr><th>Request</th><th>Does</th><th>Parameters</th><th>Roles</th></tr></thead><tbody>
            %3$s</tbody></table></main></body></html>
            """;

    private ApiPage() {
    }

    static String of(JsonNode document) {
        JsonNode info = document.get("info");
        String rows = document.get("paths").propertyStream().flatMap(path -> path.getValue().propertyStream()
                        .map(operation -> row(operation.getKey(), path.getKey(), operation.getValue())))
                .collect(Collectors.joining());
        return PAGE.formatted(text(info.get("title").asString()), text(info.get("description").asString()), rows);
    }

    private static String row(String verb, String path, JsonNode operation) {
        String parameters = operation.path("parameters").valueStream().filter(each -> each.get("in").asString().equals("query"))
                .map(each -> each.get("name").asString()).collect(Collectors.joining(", "));
        String roles = operation.path("x-roles").valueStream().map(JsonNode::asString).map(String::toLowerCase)
                .collect(Collectors.joining(", "));
        return "<tr><td><code>%s %s</code></td><td>%s</td><td>%s</td><td>%s</td></tr>%n".formatted(verb.toUpperCase(), text(path),
                text(operation.get("summary").asString()), text(parameters), text(roles));
    }

    private static String text(String text) {
        return HtmlUtils.htmlEscape(text);
    }
}
