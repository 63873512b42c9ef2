package io.traceops.bootstrap.door;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.DecimalNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.util.TreeMap;

/**
 * One spelling for equal answers: members in order, numbers by value, and without members that are empty, since what one
 * protocol leaves out the other cannot.
 */
final class Canonical {
    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

    private Canonical() {}

    static JsonNode of(JsonNode node) {
        return switch (node.getNodeType()) {
            case OBJECT -> object(node);
            case ARRAY -> array(node);
            case NUMBER -> number(node.decimalValue().stripTrailingZeros());
            case STRING, BOOLEAN, NULL, MISSING, BINARY, POJO -> node;
        };
    }

    private static DecimalNode number(BigDecimal number) {
        return DecimalNode.valueOf(number.scale() < 0 ? number.setScale(0) : number);
    }

    private static ObjectNode object(JsonNode node) {
        TreeMap<String, JsonNode> members = new TreeMap<>();
        node.properties().forEach(member -> {
            JsonNode value = of(member.getValue());
            if (!isEmpty(value)) {
                members.put(member.getKey(), value);
            }
        });
        ObjectNode object = NODES.objectNode();
        object.setAll(members);
        return object;
    }

    private static ArrayNode array(JsonNode node) {
        ArrayNode array = NODES.arrayNode();
        node.forEach(item -> array.add(of(item)));
        return array;
    }

    private static boolean isEmpty(JsonNode value) {
        return value.isNull()
                || value.isMissingNode()
                || (value.isContainerNode() && value.isEmpty())
                || (value.isTextual() && value.textValue().isEmpty());
    }
}
