package io.traceops.adapter.otlp.json;

import com.google.protobuf.Descriptors.Descriptor;
import com.google.protobuf.Descriptors.FieldDescriptor;
import com.google.protobuf.Descriptors.FieldDescriptor.JavaType;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** The fields of messages by what they are called in JSON: in lowerCamelCase, or as in the schema. Immutable. */
final class JsonFields {
    private final Map<String, Map<String, FieldDescriptor>> byMessage = new HashMap<>();

    /** @param root the fields of this message and of all that it may hold */
    JsonFields(Descriptor root) {
        add(root);
    }

    Optional<FieldDescriptor> find(Descriptor message, String name) {
        Map<String, FieldDescriptor> fields = byMessage.getOrDefault(message.getFullName(), Map.of());
        return Optional.ofNullable(fields.get(name));
    }

    private void add(Descriptor message) {
        if (byMessage.containsKey(message.getFullName())) {
            return;
        }
        Map<String, FieldDescriptor> fields = new HashMap<>();
        byMessage.put(message.getFullName(), fields);
        for (FieldDescriptor field : message.getFields()) {
            fields.put(field.getName(), field);
            fields.put(field.getJsonName(), field);
            if (field.getJavaType() == JavaType.MESSAGE) {
                add(field.getMessageType());
            }
        }
    }
}
