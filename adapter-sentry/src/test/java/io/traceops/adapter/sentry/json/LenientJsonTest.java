package io.traceops.adapter.sentry.json;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.traceops.adapter.sentry.json.LenientJson.Reading;
import io.traceops.domain.event.JsonValue;
import io.traceops.domain.event.JsonValue.JsonNull;
import io.traceops.domain.event.JsonValue.JsonNumber;
import io.traceops.domain.event.JsonValue.JsonObject;
import io.traceops.domain.event.JsonValue.JsonString;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LenientJsonTest {
    @Test
    void member_thatComesTwice_isTheLastOne() {
        assertThat(Fields.text(read("{\"a\":1,\"a\":2}"), "a")).contains("2");
    }

    @Test
    void text_thatIsNoUtf8_isRepaired() {
        byte[] latin = "{\"a\":\"\u00fc\"}".getBytes(ISO_8859_1);

        assertThat(read(latin).member("a")).contains(new JsonString("\uFFFD"));
    }

    @Test
    void half_ofASurrogatePair_isRepaired() {
        assertThat(read("{\"a\":\"x\\ud800y\",\"\\udc00\":\"\\ud83d\\ude00\"}").members())
                .containsEntry("a", new JsonString("x\uFFFDy"))
                .containsEntry("\uFFFD", new JsonString("\ud83d\ude00"));
    }

    @Test
    void whatNoStandardAllows_isRead() {
        assertThat(read("\uFEFF{\"a\":NaN,\"b\":-Infinity,\"c\":\"tab\there\"}").members())
                .containsEntry("a", JsonNull.NULL)
                .containsEntry("b", JsonNull.NULL)
                .containsEntry("c", new JsonString("tab\there"));
    }

    @Test
    void number_beyondADouble_isNull() {
        assertThat(read("{\"a\":1e999,\"b\":" + "9".repeat(2_000) + ",\"c\":1e2}")
                        .members())
                .containsEntry("a", JsonNull.NULL)
                .containsEntry("b", JsonNull.NULL)
                .containsEntry("c", new JsonNumber("1e2"));
    }

    @Test
    void text_thatIsTooLong_isCut() {
        String text = "x".repeat(LenientJson.TEXT_LENGTH_MAX);

        assertThat(read("{\"a\":\"" + text + "yz\"}").member("a")).contains(new JsonString(text));
    }

    @Test
    void text_whosePairIsCut_losesTheWholePair() {
        String text = "x".repeat(LenientJson.TEXT_LENGTH_MAX - 1);

        assertThat(read("{\"a\":\"" + text + "\ud83d\ude00\"}").member("a")).contains(new JsonString(text));
    }

    @Test
    void depth_beyondTheBound_isNull() {
        int depth = 50_000;
        JsonObject object = read("{\"a\":" + "[".repeat(depth) + "]".repeat(depth) + ",\"b\":1}");

        assertThat(object.member("b")).contains(JsonNumber.of(1));
        assertThat(levels(object)).isEqualTo(LenientJson.DEPTH_MAX);
    }

    @Test
    void array_thatIsTooLong_keepsBothEnds() {
        int length = 5_000;
        StringBuilder text = new StringBuilder("{\"a\":[0");
        for (int i = 1; i < length; i++) {
            text.append(',').append(i);
        }
        List<JsonValue> elements = Fields.elements(read(text.append("]}").toString()), "a");

        assertThat(elements).hasSize(LenientJson.ELEMENTS_FIRST + LenientJson.ELEMENTS_LAST);
        assertThat(elements.get(LenientJson.ELEMENTS_FIRST - 1)).isEqualTo(JsonNumber.of(255));
        assertThat(elements.get(LenientJson.ELEMENTS_FIRST)).isEqualTo(JsonNumber.of(length - 768));
        assertThat(elements.getLast()).isEqualTo(JsonNumber.of(length - 1));
    }

    @Test
    void array_ofLargeElements_keepsItsEndAllTheSame() {
        String frame = "{\"function\":\"f\",\"module\":\"m\",\"file\":\"x\",\"line\":1},";
        JsonObject object = read("{\"a\":[" + frame.repeat(40_000) + "{\"function\":\"last\"}]}");

        List<JsonValue> elements = Fields.elements(object, "a");

        assertThat(Fields.text((JsonObject) elements.getLast(), "function")).contains("last");
    }

    @Test
    void values_beyondTheBound_areLeftOut() {
        StringBuilder text = new StringBuilder("{");
        for (int i = 0; i < 70_000; i++) {
            text.append("\"").append(i).append("\":0,");
        }
        JsonObject object = read(text.append("\"last\":1}").toString());

        assertThat(object.member("0")).contains(JsonNumber.of(0));
        assertThat(object.member("last")).isEmpty();
        assertThat(object.members()).hasSize(LenientJson.VALUES_MAX);
    }

    @Test
    void members_thatNobodyWants_areSkipped() {
        byte[] text = "{\"extra\":{\"a\":[1]},\"a\":{\"extra\":1}}".getBytes(UTF_8);

        assertThat(LenientJson.read(text, 0, text.length, "a"::equals))
                .isEqualTo(new Reading.Read(read("{\"a\":{\"extra\":1}}")));
    }

    @Test
    void variables_ofFrames_areSkipped() {
        JsonObject object =
                read("{\"tags\":{\"vars\":\"kept\"},\"stacktrace\":{\"frames\":[{\"vars\":{\"a\":1},\"lineno\":1}]}}");

        assertThat(object)
                .isEqualTo(read("{\"tags\":{\"vars\":\"kept\"},\"stacktrace\":{\"frames\":[{\"lineno\":1}]}}"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "[]", "1", "\"a\"", "null", "{", "{\"a\"", "{\"a\":}", "{a:1}", "{\"a\":01}"})
    void text_thatIsNoObject_isUnreadable(String text) {
        byte[] bytes = text.getBytes(UTF_8);

        assertThat(LenientJson.read(bytes, 0, bytes.length)).isInstanceOf(Reading.Unreadable.class);
    }

    @Test
    void depth_thatNobodyMeans_isUnreadable() {
        byte[] bytes = ("{\"a\":" + "[".repeat(200_000)).getBytes(UTF_8);

        assertThat(LenientJson.read(bytes, 0, bytes.length)).isInstanceOf(Reading.Unreadable.class);
    }

    private static int levels(JsonValue value) {
        int inner = 0;
        if (value instanceof JsonObject object) {
            for (JsonValue member : object.members().values()) {
                inner = Math.max(inner, levels(member));
            }
            return inner + 1;
        }
        for (JsonValue element : Fields.elements(value)) {
            inner = Math.max(inner, levels(element));
        }
        return value instanceof JsonValue.JsonArray ? inner + 1 : 0;
    }

    private static JsonObject read(String text) {
        return read(text.getBytes(UTF_8));
    }

    private static JsonObject read(byte[] bytes) {
        return switch (LenientJson.read(bytes, 0, bytes.length)) {
            case Reading.Read(JsonObject object) -> object;
            case Reading.Unreadable(String problem) -> throw new AssertionError("the text " + problem);
        };
    }
}
