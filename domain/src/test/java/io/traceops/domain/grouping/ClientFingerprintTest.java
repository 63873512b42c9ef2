package io.traceops.domain.grouping;

import static io.traceops.domain.grouping.Errors.array;
import static io.traceops.domain.grouping.Errors.error;
import static io.traceops.domain.grouping.Errors.number;
import static io.traceops.domain.grouping.Errors.object;
import static io.traceops.domain.grouping.Errors.text;
import static io.traceops.domain.grouping.Errors.texts;
import static org.assertj.core.api.Assertions.assertThat;

import io.traceops.domain.event.JsonValue;
import io.traceops.domain.event.JsonValue.JsonBoolean;
import io.traceops.domain.event.JsonValue.JsonNull;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ClientFingerprintTest {
    @Test
    void fingerprint_stringsAndNumbers_areItsParts() {
        assertThat(parts(array(text("a"), number("1.0"), text(""), number("1e2"))))
                .contains(List.of("a", "1", "", "100"));
    }

    @Test
    void fingerprint_malformedOrEmpty_isAbsent() {
        for (JsonValue value : List.of(
                text("a"),
                number("1"),
                JsonNull.NULL,
                object(),
                array(),
                array(text("a"), JsonNull.NULL),
                array(new JsonBoolean(true)),
                array(texts("a")))) {
            assertThat(parts(value)).as("%s", value).isEmpty();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"{{ default }}", "{{default}}", " {{\tdefault  }} "})
    void fingerprint_default_hasOneSpelling(String spelling) {
        assertThat(parts(texts("a", spelling))).contains(List.of("a", "{{ default }}"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{{ Default }}",
                "{ default }",
                "{{default}",
                "x {{ default }}",
                "{{}}",
                "{{{}}}",
                "{{",
                "}}default{{"
            })
    void fingerprint_otherBraces_areText(String part) {
        assertThat(parts(texts(part))).contains(List.of(part));
    }

    @Test
    void fingerprint_defaultAlone_isNone() {
        assertThat(parts(texts("{{default}}"))).isEmpty();
        assertThat(parts(texts("{{default}}", "{{default}}"))).isPresent();
    }

    @Test
    void fingerprint_tooManyParts_isCut() {
        String[] parts = Collections.nCopies(40, "a").toArray(String[]::new);

        assertThat(parts(texts(parts))).contains(Collections.nCopies(32, "a"));
    }

    @Test
    void fingerprint_malformedBeyondItsBound_isAbsentAllTheSame() {
        JsonValue[] parts = Collections.nCopies(40, text("a")).toArray(JsonValue[]::new);
        parts[39] = JsonNull.NULL;

        assertThat(parts(array(parts))).isEmpty();
    }

    @Test
    void fingerprint_longPart_isCutBetweenCharacters() {
        String exact = "a".repeat(1_024);
        String pair = "a".repeat(1_023) + "\uD83D\uDE00";

        assertThat(parts(texts(exact))).contains(List.of(exact));
        assertThat(parts(texts(exact + "b"))).contains(List.of(exact));
        assertThat(parts(texts(pair))).contains(List.of("a".repeat(1_023)));
    }

    private static Optional<List<String>> parts(JsonValue value) {
        return ErrorFacts.of(error("", "fingerprint", value)).clientFingerprint();
    }
}
