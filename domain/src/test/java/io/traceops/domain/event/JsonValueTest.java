package io.traceops.domain.event;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.traceops.domain.event.JsonValue.JsonArray;
import io.traceops.domain.event.JsonValue.JsonBoolean;
import io.traceops.domain.event.JsonValue.JsonNull;
import io.traceops.domain.event.JsonValue.JsonNumber;
import io.traceops.domain.event.JsonValue.JsonObject;
import io.traceops.domain.event.JsonValue.JsonString;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class JsonValueTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "0",
                "-0",
                "7",
                "-12",
                "1.5",
                "1e3",
                "1E+3",
                "2.50e-3",
                "9007199254740993",
                "0e99999999999",
                "1.7e308"
            })
    void number_asJsonWritesIt_isKept(String literal) {
        assertThat(new JsonNumber(literal).literal()).isEqualTo(literal);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "-",
                "01",
                "-01",
                "+1",
                ".5",
                "5.",
                "1e",
                "1e+",
                "1.e3",
                "0x1",
                "NaN",
                "Infinity",
                "1d",
                " 1",
                "1 ",
                "1,0",
                "1e5x",
                "--1",
                "1.5.2",
                "1e2.5"
            })
    void number_notAsJsonWritesIt_isRefused(String literal) {
        assertThat(JsonNumber.problemOf(literal)).isPresent();
        assertThatExceptionOfType(NumberFormatException.class).isThrownBy(() -> new JsonNumber(literal));
    }

    @ParameterizedTest
    @ValueSource(strings = {"1e309", "-1e309", "1e-400", "1e99999999999", "1e-99999999999"})
    void number_beyondADouble_isRefused(String literal) {
        assertThat(JsonNumber.problemOf(literal))
                .hasValueSatisfying(problem -> assertThat(problem).contains("does not fit"));
    }

    @Test
    void number_tooLongSpelling_isRefused() {
        assertThat(JsonNumber.problemOf("1".repeat(200))).isEmpty();
        assertThat(JsonNumber.problemOf("0." + "1".repeat(1_022))).isEmpty();
        assertThat(JsonNumber.problemOf("0." + "1".repeat(1_023))).isPresent();
    }

    @ParameterizedTest
    @CsvSource({"1,1.0", "1,1e0", "100,1e2", "0,-0", "0,0.000", "0,0e99999999999", "1.50,1.5"})
    void numbers_ofOneValue_areEqualHoweverTheyAreSpelled(String a, String b) {
        assertThat(new JsonNumber(a)).isEqualTo(new JsonNumber(b)).hasSameHashCodeAs(new JsonNumber(b));
        assertThat(new JsonNumber(a).canonical()).isEqualTo(new JsonNumber(b).canonical());
    }

    @Test
    void numbers_ofOtherValues_areNotEqual() {
        // Equal as doubles, but not the same number.
        assertThat(new JsonNumber("9007199254740993")).isNotEqualTo(new JsonNumber("9007199254740992"));
        assertThat(new JsonNumber("1")).isNotEqualTo(new JsonString("1"));
    }

    @Test
    void number_fromJava_isSpelledAsOtherClientsWould() {
        assertThat(JsonNumber.of(42L).literal()).isEqualTo("42");
        assertThat(JsonNumber.of(42.0).literal()).isEqualTo("42");
        assertThat(JsonNumber.of(-0.5).literal()).isEqualTo("-0.5");
        assertThat(JsonNumber.of(1e15).literal()).isEqualTo("1.0E15");
        assertThat(JsonNumber.of(-1e15).doubleValue()).isEqualTo(-1e15);
    }

    @Test
    void objects_membersInAnotherOrder_areEqualButKeepTheirOrder() {
        JsonObject ab = object("a", JsonNull.NULL, "b", new JsonBoolean(true));
        JsonObject ba = object("b", new JsonBoolean(true), "a", JsonNull.NULL);

        assertThat(ab).isEqualTo(ba).hasSameHashCodeAs(ba);
        assertThat(ba.members().keySet()).containsExactly("b", "a");
        assertThat(ab.member("a")).contains(JsonNull.NULL);
        assertThat(ab.member("c")).isEmpty();
    }

    @Test
    void containers_doNotChangeWithWhatTheyWereMadeFrom() {
        Map<String, JsonValue> members = new LinkedHashMap<>(Map.of("a", JsonNull.NULL));
        JsonObject object = new JsonObject(members);
        members.clear();

        assertThat(object.members()).containsOnlyKeys("a");
        assertThat(new JsonArray(List.of(JsonNull.NULL)).elements()).containsExactly(JsonNull.NULL);
    }

    @Test
    void serialisedBytes_everyKind_countsItsShortestSpelling() {
        JsonObject value = object(
                "s", new JsonString("a\"\\\n\u0001é"),
                "n", new JsonNumber("1.50"),
                "t", new JsonBoolean(true),
                "f", new JsonBoolean(false),
                "z", JsonNull.NULL,
                "l", new JsonArray(List.of(JsonNumber.of(1), JsonNumber.of(2))),
                "e", new JsonArray(List.of()),
                "o", JsonObject.EMPTY);
        String spelled = "{\"s\":\"a\\\"\\\\\\n\\u0001é\",\"n\":1.50,\"t\":true,\"f\":false,\"z\":null,\"l\":[1,2],"
                + "\"e\":[],\"o\":{}}";

        assertThat(JsonMeasure.serialisedBytes(value)).isEqualTo(Text.utf8Length(spelled));
    }

    @Test
    void members_andElements_countTheirSeparators() {
        JsonValue value = new JsonString("\b\f\u001f/\u007f€😀");
        JsonObject object = object("a\"", value, "b", value);
        JsonArray array = new JsonArray(List.of(value, value));

        assertThat(JsonMeasure.serialisedBytes(value)).isEqualTo(Text.utf8Length("\"\\b\\f\\u001f/\u007f€😀\""));
        assertThat(JsonMeasure.memberBytes("a\"", value) + JsonMeasure.memberBytes("b", value))
                .isEqualTo(JsonMeasure.serialisedBytes(object) - 1);
        assertThat(2 * JsonMeasure.elementBytes(value)).isEqualTo(JsonMeasure.serialisedBytes(array) - 1);
    }

    @Test
    void depth_countsContainersAndStopsAtTheBound() {
        assertThat(JsonMeasure.depth(JsonNull.NULL, 10)).isZero();
        assertThat(JsonMeasure.depth(JsonObject.EMPTY, 10)).isEqualTo(1);
        assertThat(JsonMeasure.depth(nested(5), 10)).isEqualTo(5);
        assertThat(JsonMeasure.depth(nested(20), 10)).isGreaterThan(10);
        assertThat(JsonMeasure.depth(new JsonString("x"), 0)).isEqualTo(1);
    }

    private static JsonValue nested(int levels) {
        JsonValue value = new JsonArray(List.of());
        for (int i = 1; i < levels; i++) {
            value = i % 2 == 0 ? new JsonArray(List.of(value)) : object("x", value);
        }
        return value;
    }

    private static JsonObject object(Object... namesAndValues) {
        Map<String, JsonValue> members = new LinkedHashMap<>();
        for (int i = 0; i < namesAndValues.length; i += 2) {
            members.put((String) namesAndValues[i], (JsonValue) namesAndValues[i + 1]);
        }
        return new JsonObject(members);
    }
}
