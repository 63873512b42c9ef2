package io.traceops.http.json;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.JsonSerializer;
import com.fasterxml.jackson.databind.SerializerProvider;
import io.traceops.domain.event.JsonValue;
import io.traceops.domain.event.JsonValue.JsonArray;
import io.traceops.domain.event.JsonValue.JsonBoolean;
import io.traceops.domain.event.JsonValue.JsonNull;
import io.traceops.domain.event.JsonValue.JsonNumber;
import io.traceops.domain.event.JsonValue.JsonObject;
import io.traceops.domain.event.JsonValue.JsonString;
import java.io.IOException;
import java.util.Map;

/** Writes a JSON value as it came: members in their order, numbers in their spelling. Its depth was bounded on the way in. */
final class JsonValueWriter extends JsonSerializer<JsonValue> {
    @Override
    public void serialize(JsonValue value, JsonGenerator json, SerializerProvider serializers) throws IOException {
        write(value, json);
    }

    private static void write(JsonValue value, JsonGenerator json) throws IOException {
        switch (value) {
            case JsonObject object -> {
                json.writeStartObject();
                for (Map.Entry<String, JsonValue> member : object.members().entrySet()) {
                    json.writeFieldName(member.getKey());
                    write(member.getValue(), json);
                }
                json.writeEndObject();
            }
            case JsonArray array -> {
                json.writeStartArray();
                for (JsonValue element : array.elements()) {
                    write(element, json);
                }
                json.writeEndArray();
            }
            case JsonString string -> json.writeString(string.text());
            case JsonNumber number -> json.writeRawValue(number.literal());
            case JsonBoolean flag -> json.writeBoolean(flag.value());
            case JsonNull _ -> json.writeNull();
        }
    }
}
