package io.traceops.http.door;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PercentEncodingTest {
    @ParameterizedTest
    @CsvSource({"a, a", "a+b, a+b", "a%20b, a b", "%2F%2f, //", "%C3%A9, é", "é, é", "%25zz, %zz"})
    void decode_encoded_isTheText(String encoded, String text) {
        assertThat(PercentEncoding.decode(encoded)).contains(text);
    }

    @ParameterizedTest
    @ValueSource(strings = {"%", "%2", "a%", "%zz", "%-1", "% 1", "%ff", "%c0%80", "%ed%a0%80", "%00", "%c3"})
    void decode_notEncoded_isNothing(String encoded) {
        assertThat(PercentEncoding.decode(encoded)).isEmpty();
    }

    @Property
    void decode_ofAnyEncodedText_isTheText(@ForAll String text) {
        String plain = new String(text.replace('\0', 'x').getBytes(StandardCharsets.UTF_8), StandardCharsets.UTF_8);
        String encoded = URLEncoder.encode(plain, StandardCharsets.UTF_8).replace("+", "%20");

        assertThat(PercentEncoding.decode(encoded)).contains(plain);
    }

    @Property
    void decode_ofAnyText_neverFails(@ForAll String text) {
        assertThat(PercentEncoding.decode(text)).isNotNull();
    }
}
