package org.hospitalviewer.access.docs;

import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Collection;
import java.util.Map;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** JSON Schemas of records, as Jackson writes them. Those met once stand under their names in {@code components}. */
final class JsonSchemas {

    private static final JsonMapper JSON = JsonMapper.shared();
    private static final String REFERENCE = "#/components/schemas/";

    private final ObjectNode components;

    JsonSchemas(ObjectNode components) {
        this.components = components;
    }

    ObjectNode of(Type type) {
        return switch (type) {
            case ParameterizedType generic -> ofGeneric(generic);
            case Class<?> plain -> ofClass(plain);
            default -> schema();
        };
    }

    private ObjectNode ofGeneric(ParameterizedType generic) {
        Class<?> raw = (Class<?>) generic.getRawType();
        Type[] arguments = generic.getActualTypeArguments();
        if (Collection.class.isAssignableFrom(raw)) {
            ObjectNode schema = schema().put("type", "array");
            schema.set("items", of(arguments[0]));
            return schema;
        }
        if (Map.class.isAssignableFrom(raw)) {
            ObjectNode schema = schema().put("type", "object");
            schema.set("additionalProperties", of(arguments[1]));
            return schema;
        }
        return arguments.length == 1 ? of(arguments[0]) : schema();
    }

    private ObjectNode ofClass(Class<?> type) {
        if (type == String.class || type == Duration.class) {
            return schema().put("type", "string");
        }
        if (type == Instant.class) {
            return schema().put("type", "string").put("format", "date-time");
        }
        if (type == boolean.class || type == Boolean.class) {
            return schema().put("type", "boolean");
        }
        if (type == int.class || type == Integer.class || type == long.class || type == Long.class) {
            return schema().put("type", "integer");
        }
        if (type == double.class || type == Double.class) {
            return schema().put("type", "number");
        }
        return type.isEnum() ? ofEnum(type) : type.isRecord() ? ofRecord(type) : schema();
    }

    private static ObjectNode ofEnum(Class<?> type) {
        ObjectNode schema = schema().put("type", "string");
        Arrays.stream(type.getEnumConstants()).map(JSON::<tools.jackson.databind.JsonNode>valueToTree)
                .forEach(schema.putArray("enum")::add);
        return schema;
    }

    /** Noted before it is filled in, since records may hold each other. */
    private ObjectNode ofRecord(Class<?> type) {
        String name = nameOf(type);
        if (!components.has(name)) {
            ObjectNode properties = components.putObject(name).put("type", "object").putObject("properties");
            for (RecordComponent component : type.getRecordComponents()) {
                properties.set(component.getName(), of(component.getGenericType()));
            }
        }
        return schema().put("$ref", REFERENCE + name);
    }

    private static String nameOf(Class<?> type) {
        Class<?> around = type.getEnclosingClass();
        return around == null ? type.getSimpleName() : nameOf(around) + type.getSimpleName();
    }

    private static ObjectNode schema() {
        return JsonNodeFactory.instance.objectNode();
    }
}
