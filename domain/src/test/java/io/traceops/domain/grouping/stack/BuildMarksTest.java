package io.traceops.domain.grouping.stack;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BuildMarksTest {
    @ParameterizedTest
    @CsvSource({
        "main.js, main.js",
        "'', ''",
        // hashes
        "main.3f2a9c.js, main.js",
        "main.3F2A9C1B.chunk.js, main.chunk.js",
        "main.3f2a9.js, main.3f2a9.js",
        "main.facade.js, main.facade.js",
        "main.g12345.js, main.g12345.js",
        "_app-2d2e3f4a5b6c7d8e.js, _app.js",
        "3f2a9c1b, ''",
        "3f2a9c1b.js, js",
        "0192f3a4-5b6c-7d8e-9f00-112233445566, ''",
        "0192f3a4-5b6c-7d8e-9f00-11223344556g, 5b6c-7d8e-9f00-11223344556g",
        "0192f3a4x5b6c-7d8e-9f00-112233445566, 0192f3a4x5b6c-7d8e-9f00",
        "0192f3a4-5b6c-7d8e-9f00_112233445566, 5b6c-7d8e-9f00",
        "b1946ac92492d2347c6235b4d2611184, ''",
        "AbCdEf1234GhIjKl5678, ''",
        "AbCdEf1234GhIjKl567, AbCdEf1234GhIjKl567",
        "AbCdEfGhIjKlMnOpQrStUv-1, AbCdEfGhIjKlMnOpQrStUv-1",
        // numbers
        "20260102, ''",
        "17, ''",
        "cart.12345.js, cart.js",
        "cart.1234.js, cart.1234.js",
        "4523.js, 4523.js",
        "0001_initial.py, 0001_initial.py",
        "20260102093011_add_user.rb, add_user.rb",
        // versions and dates
        "shop-1.4.2, shop",
        "shop-v1.4.2, shop",
        "shop-v1.4, shop",
        "shop-v1, shop-v1",
        "v1, v1",
        "v12.3, ''",
        "jquery-3.6.0.min.js, jquery.min.js",
        "react@18.2.0, react",
        "lib~1.2, lib",
        "lib+1.2, lib",
        "2026-01-02, ''",
        "log-2026-01-02.txt, log.txt",
        "step-1-2.js, step-1-2.js",
        "a_1_2_3, a",
        "python3.12, python3.12",
        "3.12, ''",
        "1.2x, 1.2x",
        "20260102T153000Z, ''",
        "20260102T153000, ''",
        "20260102Z, ''",
        "20260102T, ''",
        "20260102x, 20260102x",
        "20260102T1x, 20260102T1x",
        "2026010T153000Z, 2026010T153000Z",
        "x20260102T153000Z, x20260102T153000Z",
        // delimiters that belong to the name
        "-12345-a, -a",
        "12345-a, a",
        "12345, ''",
        "._~1, ._~1",
        "c++11.h, c++11.h",
    })
    void segment_asBuilt_losesItsMarks(String segment, String kept) {
        assertThat(BuildMarks.removed(segment)).isEqualTo(kept);
    }
}
