package io.traceops.adapter.rest;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion;
import com.networknt.schema.ValidationMessage;
import com.networknt.schema.oas.OpenApi30;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** The description of the API, as the server hands it out, for holding answers against it. */
final class ApiDescription {
    private static final JsonSchemaFactory SCHEMAS = JsonSchemaFactory.getInstance(
            SpecVersion.VersionFlag.V4,
            factory -> factory.metaSchema(OpenApi30.getInstance())
                    .defaultMetaSchemaIri(OpenApi30.getInstance().getIri()));

    private final JsonNode document;
    private final JsonNode components;

    private ApiDescription(JsonNode document) {
        this.document = document;
        this.components = document.path("components").deepCopy();
        for (JsonNode schema : components.path("schemas")) {
            // The description leaves room for more; an answer here may have nothing that is not described.
            if (schema.has("properties")) {
                ((ObjectNode) schema).put("additionalProperties", false);
            }
        }
    }

    static ApiDescription parse(String yaml) {
        try {
            return new ApiDescription(new YAMLMapper().readTree(yaml));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    JsonNode document() {
        return document;
    }

    /** All operations, such as {@code GET /events/{id}}. */
    Set<String> operations() {
        Set<String> operations = new TreeSet<>();
        for (Map.Entry<String, JsonNode> path : document.path("paths").properties()) {
            path.getValue().fieldNames().forEachRemaining(method -> operations.add(operation(method, path.getKey())));
        }
        return operations;
    }

    static String operation(String method, String path) {
        return method.toUpperCase(Locale.ROOT) + " " + path;
    }

    /** The statuses that an operation is described with. */
    Set<String> statuses(String method, String template) {
        Set<String> statuses = new TreeSet<>();
        responses(method, template).fieldNames().forEachRemaining(statuses::add);
        return statuses;
    }

    /** The template of the path, if the path and method are described; a path without variables is preferred. */
    Optional<String> template(String method, String path) {
        List<String> templates = new ArrayList<>();
        document.path("paths").fieldNames().forEachRemaining(template -> {
            boolean hasMethod = document.path("paths").path(template).has(method.toLowerCase(Locale.ROOT));
            if (hasMethod && fits(template, path)) {
                templates.add(template);
            }
        });
        return templates.stream().min((a, b) -> Integer.compare(variables(a), variables(b)));
    }

    private static boolean fits(String template, String path) {
        String[] expected = template.split("/", -1);
        String[] given = path.split("/", -1);
        if (expected.length != given.length) {
            return false;
        }
        for (int i = 0; i < expected.length; i++) {
            boolean isVariable = expected[i].startsWith("{") && !given[i].isEmpty();
            if (!isVariable && !expected[i].equals(given[i])) {
                return false;
            }
        }
        return true;
    }

    private static int variables(String template) {
        return (int) template.chars().filter(c -> c == '{').count();
    }

    /** What is wrong with an answer; empty if it is as described. */
    List<String> differences(String method, String template, int status, JsonNode body) {
        JsonNode response = responses(method, template).path(Integer.toString(status));
        if (response.isMissingNode()) {
            return List.of(operation(method, template) + " is not described with status " + status);
        }
        JsonNode schema = response.path("content").path("application/json").path("schema");
        if (schema.isMissingNode()) {
            return List.of();
        }
        ObjectNode standalone = schema.deepCopy();
        standalone.set("components", components);
        JsonSchema compiled = SCHEMAS.getSchema(standalone);
        return compiled.validate(body).stream().map(ValidationMessage::toString).toList();
    }

    /** What is wrong with a value by the schema of that name; empty if nothing is. */
    List<String> differences(String schemaName, JsonNode value) {
        ObjectNode standalone = JsonNodeFactory.instance.objectNode().put("$ref", "#/components/schemas/" + schemaName);
        standalone.set("components", components);
        return SCHEMAS.getSchema(standalone).validate(value).stream()
                .map(ValidationMessage::toString)
                .toList();
    }

    private JsonNode responses(String method, String template) {
        return document.path("paths")
                .path(template)
                .path(method.toLowerCase(Locale.ROOT))
                .path("responses");
    }
}
