package io.traceops.http.door;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class HttpDateTest {
    /** The first is the example of RFC 9110. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "784111777 | Sun, 06 Nov 1994 08:49:37 GMT",
                "0 | Thu, 01 Jan 1970 00:00:00 GMT",
                "1798761599 | Thu, 31 Dec 2026 23:59:59 GMT",
            })
    void date_ofAnySecond_hasTheOneFormatOfHttp(long epochSecond, String text) {
        assertThat(new HttpDate(epochSecond)).hasToString(text);
    }
}
