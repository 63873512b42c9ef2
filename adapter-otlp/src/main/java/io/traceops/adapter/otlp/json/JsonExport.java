package io.traceops.adapter.otlp.json;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonFactoryBuilder;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.google.protobuf.Descriptors.Descriptor;
import com.google.protobuf.Descriptors.FieldDescriptor;
import com.google.protobuf.Descriptors.FieldDescriptor.JavaType;
import io.traceops.adapter.otlp.intake.Signal;
import io.traceops.adapter.otlp.wire.FieldCursor;
import io.traceops.adapter.otlp.wire.MalformedExport;
import io.traceops.adapter.otlp.wire.Slice;
import io.traceops.http.json.Utf8;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * Reads exports in JSON by writing them down again in protobuf, token by token, so that everything after this is the same
 * for both. What is written is no larger than what was read; nothing else is kept.
 *
 * <p>OTLP's JSON is protobuf's, but for the ids of traces and spans, which are in hex, and for enums, which are numbers.
 * Of a name that comes twice, protobuf's rule for fields that come twice decides.
 */
public final class JsonExport {
    /** Deeper messages are left out, as who reads the protobuf would not look at them. */
    private static final int DEPTH_MAX = 64;

    /** The content of a metric is of no interest, and it alone can be larger in protobuf than in JSON. */
    private static final int DEPTH_OF_METRICS = 3;

    /** Bodies are bounded, and no text in one is longer than it. */
    private static final int TEXT_LENGTH_MAX = Integer.MAX_VALUE;

    private static final JsonFactory JSON = new JsonFactoryBuilder()
            // Names are the client's to choose: remembering them all would be a leak.
            .disable(JsonFactory.Feature.CANONICALIZE_FIELD_NAMES)
            .disable(JsonFactory.Feature.INTERN_FIELD_NAMES)
            .streamReadConstraints(StreamReadConstraints.builder()
                    .maxStringLength(TEXT_LENGTH_MAX)
                    .build())
            .build();

    private static final Map<Signal, JsonFields> FIELDS = fields();

    private final JsonParser parser;
    private final JsonFields fields;
    private final ProtoBuffer out;

    private JsonExport(JsonParser parser, JsonFields fields, ProtoBuffer out) {
        this.parser = parser;
        this.fields = fields;
        this.out = out;
    }

    /**
     * The same export in protobuf.
     *
     * @throws MalformedExport if it is no JSON, or a value is not of the kind that its field wants
     */
    public static Slice toProtobuf(Signal signal, byte[] json) throws MalformedExport {
        JsonFields fields = Objects.requireNonNull(FIELDS.get(signal));
        ProtoBuffer out = new ProtoBuffer(json.length / 2);
        try (JsonParser parser = JSON.createParser(text(json))) {
            if (parser.nextToken() != JsonToken.START_OBJECT) {
                throw new MalformedExport("an export is a JSON object");
            }
            new JsonExport(parser, fields, out)
                    .message(signal.request(), signal == Signal.METRICS ? DEPTH_OF_METRICS : DEPTH_MAX);
            if (parser.nextToken() != null) {
                throw new MalformedExport("something follows the JSON object");
            }
        } catch (JsonProcessingException failure) {
            throw new MalformedExport("not JSON: " + failure.getOriginalMessage(), failure);
        } catch (MalformedExport malformed) {
            throw malformed;
        } catch (IOException failure) {
            throw new MalformedExport("not JSON: it cannot be read as text", failure);
        }
        return out.toSlice();
    }

    /** Left to itself the parser would guess the encoding, and make three bytes of each that is not valid. */
    private static Reader text(byte[] json) throws MalformedExport {
        if (Utf8.firstInvalid(json, 0, json.length) >= 0) {
            throw new MalformedExport("not JSON: not UTF-8");
        }
        return new InputStreamReader(new ByteArrayInputStream(json), StandardCharsets.UTF_8);
    }

    private void message(Descriptor kind, int depthLeft) throws IOException {
        for (JsonToken token = parser.nextToken(); token != JsonToken.END_OBJECT; token = parser.nextToken()) {
            if (token == null) {
                throw new MalformedExport("the JSON ends too early");
            }
            Optional<FieldDescriptor> field = fields.find(kind, parser.currentName());
            JsonToken value = parser.nextToken();
            if (field.isEmpty() || value == JsonToken.VALUE_NULL) {
                parser.skipChildren();
            } else if (field.get().isRepeated()) {
                repeated(field.get(), depthLeft);
            } else {
                value(field.get(), depthLeft);
            }
        }
    }

    private void repeated(FieldDescriptor field, int depthLeft) throws IOException {
        if (parser.currentToken() != JsonToken.START_ARRAY) {
            throw unexpected(field, "a list");
        }
        for (JsonToken token = parser.nextToken(); token != JsonToken.END_ARRAY; token = parser.nextToken()) {
            if (token == null) {
                throw new MalformedExport("the JSON ends too early");
            }
            value(field, depthLeft);
        }
    }

    private void value(FieldDescriptor field, int depthLeft) throws IOException {
        if (field.getJavaType() != JavaType.MESSAGE) {
            JsonScalar.write(parser, field, out);
            return;
        }
        if (parser.currentToken() != JsonToken.START_OBJECT) {
            throw unexpected(field, "an object");
        }
        out.varint((long) field.getNumber() << FieldCursor.NUMBER | FieldCursor.DELIMITED);
        int start = out.begin();
        if (depthLeft == 0) {
            parser.skipChildren();
        } else {
            message(field.getMessageType(), depthLeft - 1);
        }
        out.end(start);
    }

    static MalformedExport unexpected(FieldDescriptor field, String wanted) {
        return new MalformedExport(field.getJsonName() + " is not " + wanted);
    }

    private static Map<Signal, JsonFields> fields() {
        Map<Signal, JsonFields> fields = new EnumMap<>(Signal.class);
        for (Signal signal : Signal.values()) {
            fields.put(signal, new JsonFields(signal.request()));
        }
        return fields;
    }
}
