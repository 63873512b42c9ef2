package io.traceops.http.json;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonParser;
import io.traceops.domain.event.JsonValue.JsonObject;
import io.traceops.domain.event.Metadata;
import java.io.IOException;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class JsonValueReaderTest {
    /** An object and what keeps it from being used. */
    record Read(JsonObject object, Optional<String> problem) {}

    static Read readObject(JsonParser parser) throws IOException {
        JsonValueReader reader = new JsonValueReader(parser, Metadata.BYTES_MAX);
        JsonObject object = reader.readObject();
        return new Read(object, reader.problem());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{}",
                "{\"b\":1.50,\"a\":[],\"c\":{\"d\":null,\"e\":[true,false,\"x\"]}}",
                "{\"n\":[-0,0.10,1E+2,123456789012345678901234567890]}",
                "{\"\":\"\",\"ü\\n\":\"\\u0001\"}",
            })
    void object_readAndWritten_isAsItCame(String json) {
        Read read = read(json);

        assertThat(read.problem()).isEmpty();
        assertThat(new String(JsonOutput.bytes(read.object()), UTF_8)).isEqualTo(json);
    }

    @Test
    void object_asLargeAsAllowed_isKept() {
        String json = "{\"a\":\"" + "x".repeat(Metadata.BYTES_MAX - 8) + "\"}";

        assertThat(read(json).problem()).isEmpty();
        assertThat(Metadata.problemOf(read(json).object())).isEmpty();
    }

    @Test
    void object_tooLarge_isReadToItsEndButNotKept() {
        String json = "{\"a\":[" + "1,".repeat(Metadata.BYTES_MAX) + "1],\"b\":{\"c\":[\"" + "x".repeat(100) + "\"]}}";

        Read read = read(json);

        assertThat(read.problem())
                .hasValueSatisfying(problem -> assertThat(problem).startsWith("has more than 65536"));
        assertThat(read.object().members()).doesNotContainKey("b");
    }

    @Test
    void object_justTooLargeByEscapes_isLeftToTheDomain() {
        String json = "{\"a\":\"" + "\\n".repeat(Metadata.BYTES_MAX / 2 + 10) + "\"}";

        assertThat(read(json).problem()).isEmpty();
        assertThat(Metadata.problemOf(read(json).object())).isPresent();
    }

    @Test
    void number_thatDoesNotFit_isNamed() {
        assertThat(read("{\"a\":[1,1e400,1e500]}").problem())
                .hasValue("has a value that cannot be kept: the number 1e400 does not fit a 64-bit float");
    }

    private static Read read(String json) {
        return JsonInput.read(json.getBytes(UTF_8), JsonValueReaderTest::readObject)
                .either(read -> read, problem -> {
                    throw new AssertionError(problem);
                });
    }
}
