package io.traceops.http.json;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonToken;
import io.traceops.http.json.JsonValueReaderTest.Read;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class JsonInputTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "''                      | is empty",
                "{\"a\":1} {}            | goes on after its end, at line 1, column 9",
                "{\"a\":1,\"a\":2}       | is not JSON: Duplicate field 'a', at line 1, column 11",
                "{\"a\":NaN}             | is not JSON: Non-standard token 'NaN', at line 1, column 9",
            })
    void read_malformed_saysWhatAndWhere(String json, String problem) {
        assertThat(problem(json.getBytes(UTF_8))).isEqualTo(problem);
    }

    @Test
    void read_invalidUtf8_saysAtWhichByte() {
        assertThat(problem(new byte[] {'{', '"', (byte) 0xff})).isEqualTo("is not UTF-8 at byte 2");
    }

    @Test
    void read_tooDeep_saysHowDeepItReads() {
        assertThat(problem("{\"a\":".repeat(101).getBytes(UTF_8))).contains("100 levels");
    }

    @Test
    void read_partOfBytes_seesNothingElse() {
        byte[] bytes = "xx{\"a\":1}xx".getBytes(UTF_8);

        Parsed<Read> parsed = JsonInput.read(bytes, 2, bytes.length - 2, JsonValueReaderTest::readObject);

        assertThat(parsed).isInstanceOf(Parsed.Ok.class);
    }

    @Test
    void read_byteOrderMark_isSteppedOver() {
        byte[] bytes = "\uFEFF{\"a\":1}".getBytes(UTF_8);

        assertThat(JsonInput.read(bytes, JsonValueReaderTest::readObject)).isInstanceOf(Parsed.Ok.class);
    }

    private static String problem(byte[] bytes) {
        Parsed<Read> parsed = JsonInput.read(bytes, parser -> {
            assertThat(parser.currentToken()).isEqualTo(JsonToken.START_OBJECT);
            return JsonValueReaderTest.readObject(parser);
        });
        return parsed.either(_ -> "fine", problem -> problem);
    }
}
