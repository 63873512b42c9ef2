package io.traceops.domain.grouping.stack;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PhpPlaceTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "Error: x in /srv/a.php:12 | /srv/a.php | 12",
                "Error: x in a.php:12 | a.php | 12",
                "Error: x in C:\\srv\\a.php:12 | C:\\srv\\a.php | 12",
                "Error: x in bin\\console:12 | bin\\console | 12",
                "Error: x in /srv/in b.php:3 at /srv/a.php:12 | /srv/a.php | 12",
                "Error: x at /srv/a.php:3 in /srv/b.php:12 | /srv/b.php | 12",
                "PHP Warning: x in /srv/a.php on line 7 | /srv/a.php | 7",
                "(A(code: 0): x at /srv/a.php:423) | /srv/a.php | 423",
                "/srv/a.php:7\", | /srv/a.php | 7",
                "/srv/a.php:12 | /srv/a.php | 12",
                "x within /srv/a.php:12 | x within /srv/a.php | 12",
                "in /srv/a.php:12 | in /srv/a.php | 12",
            })
    void place_atTheEndOfALine_isRead(String line, String file, String number) {
        PhpPlace place = PhpPlace.at(line, 0, line.length());
        assertThat(place).isEqualTo(new PhpPlace(file, number));
        assertThat(place.isKnown()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                ")",
                "12",
                ":12",
                "x",
                "in :12",
                "at 10:30",
                "x in /srv/a.php",
                "x in /srv/a.php line 12",
                " on line 12",
                "http://stock:8080",
                "a b:12"
            })
    void place_elsewhere_isNone(String line) {
        assertThat(PhpPlace.at(line, 0, line.length())).isEqualTo(PhpPlace.NONE);
    }
}
