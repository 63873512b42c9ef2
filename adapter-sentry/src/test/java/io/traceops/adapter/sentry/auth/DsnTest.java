package io.traceops.adapter.sentry.auth;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DsnTest {
    @ParameterizedTest
    @CsvSource({
        "https://abc@errors.example.com/42, abc, 42",
        "http://abc@127.0.0.1:8080/checkout, abc, checkout",
        "https://abc:secret@errors.example.com/42, abc, 42",
        "https://abc@errors.example.com/a/b/42, abc, 42",
        "https://abc@errors.example.com/42/, abc, 42",
        "http://abc@[::1]:8080/42, abc, 42",
        "http://abc@host_name/42, abc, 42",
    })
    void dsn_ofAnyForm_givesKeyAndProject(String text, String key, String project) {
        assertThat(Dsn.parse(text)).contains(new Dsn(key, project));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "abc",
                "https://errors.example.com/42",
                "https://abc@errors.example.com",
                "https://abc@errors.example.com/",
                "https://@errors.example.com/42",
                "mailto:abc@example.com",
                "https://a b@errors.example.com/42",
            })
    void text_thatIsNoDsn_givesNothing(String text) {
        assertThat(Dsn.parse(text)).isEmpty();
    }

    @Test
    void text_ofTooManyCharacters_givesNothing() {
        assertThat(Dsn.parse("https://abc@errors.example.com/" + "p".repeat(Dsn.LENGTH_MAX)))
                .isEmpty();
    }
}
