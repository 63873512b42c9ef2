package io.traceops.bootstrap.door;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.DecimalNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.google.protobuf.Descriptors.EnumValueDescriptor;
import com.google.protobuf.Descriptors.FieldDescriptor;
import com.google.protobuf.Message;
import com.google.protobuf.Struct;
import com.google.protobuf.Timestamp;
import com.google.protobuf.Value;
import io.traceops.v1.IssueStatus;
import io.traceops.v1.Severity;
import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** Messages of the gRPC API in the shape of the REST API: by the rules that relate the two, and a few exceptions. */
final class ProtoShapes {
    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

    /** What the one API calls otherwise than the other, by the full name of the field. */
    private static final Map<String, String> NAMES = Map.of(
            "traceops.v1.TriggerReference.event_type", "type",
            "traceops.v1.IssueTransition.kind", "type",
            "traceops.v1.IssueTransition.timestamp", "at",
            "traceops.v1.IssueTransition.effective_time", "effectiveAt",
            "traceops.v1.SeverityStep.severity", "level",
            "traceops.v1.ExplainedPart.canonical", "normalised");

    private ProtoShapes() {}

    static ObjectNode of(Message message) {
        ObjectNode object = NODES.objectNode();
        for (FieldDescriptor field : message.getDescriptorForType().getFields()) {
            boolean isThere = !field.hasPresence() || message.hasField(field);
            if (isThere && !isUnsaid(field, message)) {
                object.set(
                        NAMES.getOrDefault(field.getFullName(), field.getJsonName()),
                        field.isRepeated() ? list(message, field) : value(message.getField(field), field));
            }
        }
        return object;
    }

    /** What is said only where it is true. */
    private static boolean isUnsaid(FieldDescriptor field, Message message) {
        return field.getName().equals("detected") && message.getField(field).equals(false);
    }

    static ArrayNode list(List<? extends Message> messages) {
        ArrayNode array = NODES.arrayNode();
        messages.forEach(message -> array.add(of(message)));
        return array;
    }

    /** Milliseconds, with decimals for what is finer. */
    static JsonNode millis(Timestamp time) {
        return DecimalNode.valueOf(
                BigDecimal.valueOf(time.getSeconds()).movePointRight(3).add(BigDecimal.valueOf(time.getNanos(), 6)));
    }

    private static ArrayNode list(Message message, FieldDescriptor field) {
        ArrayNode array = NODES.arrayNode();
        ((List<?>) message.getField(field)).forEach(item -> array.add(value(item, field)));
        return array;
    }

    private static JsonNode value(Object value, FieldDescriptor field) {
        return switch (value) {
            case Timestamp time -> millis(time);
            case Struct struct -> struct(struct);
            case Message inner -> of(inner);
            case EnumValueDescriptor constant -> NODES.textNode(word(constant));
            case String text -> NODES.textNode(text);
            // An estimate is marked; what is exact is not.
            case Boolean flag ->
                !flag && field.getName().endsWith("_estimated") ? NODES.nullNode() : NODES.booleanNode(flag);
            case Double number -> DecimalNode.valueOf(BigDecimal.valueOf(number));
            case Number number ->
                number.longValue() == 0 && field.getName().equals("decisions_omitted")
                        ? NODES.nullNode()
                        : DecimalNode.valueOf(BigDecimal.valueOf(number.longValue()));
            default -> throw new AssertionError(field.getFullName() + " has a value of " + value.getClass());
        };
    }

    /** The constant without the name of its type, in the case of the REST API; nothing if it is unspecified. */
    private static String word(EnumValueDescriptor constant) {
        if (constant.getNumber() == 0) {
            return "";
        }
        String prefix = constant.getType()
                        .getName()
                        .replaceAll("(?<=[a-z])(?=[A-Z])", "_")
                        .toUpperCase(Locale.ROOT) + "_";
        String word = constant.getName().substring(prefix.length());
        boolean isLower = Set.of(
                        IssueStatus.getDescriptor().getFullName(),
                        Severity.getDescriptor().getFullName(),
                        "traceops.v1.GroupingPart")
                .contains(constant.getType().getFullName());
        return isLower ? word.toLowerCase(Locale.ROOT) : word;
    }

    private static ObjectNode struct(Struct struct) {
        ObjectNode object = NODES.objectNode();
        struct.getFieldsMap().forEach((name, value) -> object.set(name, json(value)));
        return object;
    }

    private static JsonNode json(Value value) {
        return switch (value.getKindCase()) {
            case NULL_VALUE, KIND_NOT_SET -> NODES.nullNode();
            case NUMBER_VALUE -> DecimalNode.valueOf(BigDecimal.valueOf(value.getNumberValue()));
            case STRING_VALUE -> NODES.textNode(value.getStringValue());
            case BOOL_VALUE -> NODES.booleanNode(value.getBoolValue());
            case STRUCT_VALUE -> struct(value.getStructValue());
            case LIST_VALUE -> {
                ArrayNode array = NODES.arrayNode();
                value.getListValue().getValuesList().forEach(item -> array.add(json(item)));
                yield array;
            }
        };
    }
}
