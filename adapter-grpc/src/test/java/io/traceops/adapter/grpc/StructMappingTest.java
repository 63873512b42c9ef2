package io.traceops.adapter.grpc;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.protobuf.ListValue;
import com.google.protobuf.NullValue;
import com.google.protobuf.Struct;
import com.google.protobuf.Value;
import io.traceops.application.capture.Violation;
import io.traceops.domain.event.JsonValue;
import io.traceops.domain.event.JsonValue.JsonArray;
import io.traceops.domain.event.JsonValue.JsonBoolean;
import io.traceops.domain.event.JsonValue.JsonNull;
import io.traceops.domain.event.JsonValue.JsonNumber;
import io.traceops.domain.event.JsonValue.JsonObject;
import io.traceops.domain.event.JsonValue.JsonString;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class StructMappingTest {
    private final List<Violation> malformed = new ArrayList<>();

    @Test
    void read_everyKind_isMapped() {
        Struct struct = Struct.newBuilder()
                .putFields("text", Samples.text("a"))
                .putFields("number", number(1.5))
                .putFields("whole", number(12))
                .putFields("flag", Value.newBuilder().setBoolValue(true).build())
                .putFields(
                        "nothing",
                        Value.newBuilder().setNullValue(NullValue.NULL_VALUE).build())
                .putFields(
                        "list",
                        Value.newBuilder()
                                .setListValue(ListValue.newBuilder()
                                        .addValues(Samples.text("x"))
                                        .addValues(number(2)))
                                .build())
                .putFields(
                        "object",
                        Value.newBuilder().setStructValue(Samples.nested(1)).build())
                .build();

        assertThat(read(struct))
                .contains(new JsonObject(Map.of(
                        "text", new JsonString("a"),
                        "number", new JsonNumber("1.5"),
                        "whole", new JsonNumber("12"),
                        "flag", new JsonBoolean(true),
                        "nothing", JsonNull.NULL,
                        "list", new JsonArray(List.of(new JsonString("x"), new JsonNumber("2"))),
                        "object", JsonObject.EMPTY)));
        assertThat(malformed).isEmpty();
    }

    @Test
    void read_members_keepTheirOrder() {
        Struct struct = Struct.newBuilder()
                .putFields("z", Samples.text("1"))
                .putFields("a", Samples.text("2"))
                .putFields("m", Samples.text("3"))
                .build();

        assertThat(read(struct).orElseThrow().members().keySet()).containsExactly("z", "a", "m");
    }

    @Test
    void read_valueWithoutAKind_isMalformed() {
        assertThat(read(inList(Value.getDefaultInstance()))).isEmpty();
        assertThat(malformed).containsExactly(new Violation("metadata", "has a value without a kind"));
    }

    @ParameterizedTest
    @ValueSource(doubles = {Double.NaN, Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY})
    void read_numberThatIsNotFinite_isMalformed(double number) {
        assertThat(read(inList(number(number)))).isEmpty();
        assertThat(malformed).singleElement().extracting(Violation::field).isEqualTo("metadata");
    }

    @Test
    void read_atTheDeepestLevel_isMapped() {
        assertThat(read(Samples.nested(32))).isPresent();
        assertThat(malformed).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(ints = {33, 100, 100_000})
    void read_tooDeep_isMalformedAtAnyDepth(int levels) {
        assertThat(read(Samples.nested(levels))).isEmpty();
        assertThat(malformed).containsExactly(new Violation("metadata", "is more than 32 levels deep"));
    }

    @Test
    void read_listsTooDeep_isMalformed() {
        Value inner = number(1);
        for (int level = 0; level < 50_000; level++) {
            inner = Value.newBuilder()
                    .setListValue(ListValue.newBuilder().addValues(inner))
                    .build();
        }

        assertThat(read(inList(inner))).isEmpty();
    }

    @Test
    void read_severalProblems_namesTheFirst() {
        Struct struct = Struct.newBuilder()
                .putFields("a", Value.getDefaultInstance())
                .putFields("b", number(Double.NaN))
                .build();

        read(struct);

        assertThat(malformed).containsExactly(new Violation("metadata", "has a value without a kind"));
    }

    @Property
    void write_anyObject_isReadBack(@ForAll("objects") JsonObject object) {
        assertThat(read(StructWriter.write(object))).contains(object);
    }

    @Provide
    Arbitrary<JsonObject> objects() {
        return values(3).list().ofMaxSize(4).map(values -> {
            Map<String, JsonValue> members = new LinkedHashMap<>();
            values.forEach(value -> members.put("m" + members.size(), value));
            return new JsonObject(members);
        });
    }

    private static Arbitrary<JsonValue> values(int levels) {
        Arbitrary<JsonValue> scalars = Arbitraries.oneOf(
                Arbitraries.strings().ascii().ofMaxLength(5).map(JsonString::new),
                Arbitraries.doubles().map(JsonNumber::of),
                Arbitraries.of(true, false).map(JsonBoolean::new),
                Arbitraries.just(JsonNull.NULL));
        if (levels == 0) {
            return scalars;
        }
        Arbitrary<JsonValue> inner = values(levels - 1);
        return Arbitraries.oneOf(
                scalars,
                inner.list().ofMaxSize(3).map(JsonArray::new),
                inner.map(value -> new JsonObject(Map.of("in", value))));
    }

    private Optional<JsonObject> read(Struct struct) {
        return StructReader.read(struct, "metadata", malformed);
    }

    private static Value number(double number) {
        return Value.newBuilder().setNumberValue(number).build();
    }

    private static Struct inList(Value value) {
        return Struct.newBuilder()
                .putFields(
                        "list",
                        Value.newBuilder()
                                .setListValue(ListValue.newBuilder().addValues(value))
                                .build())
                .build();
    }
}
