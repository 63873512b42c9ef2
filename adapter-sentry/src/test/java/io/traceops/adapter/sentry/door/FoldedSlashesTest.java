package io.traceops.adapter.sentry.door;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FoldedSlashesTest {
    @ParameterizedTest
    @CsvSource({
        "/api/1/envelope/, /api/1/envelope/",
        "//api/1/envelope/, /api/1/envelope/",
        "///api//1///envelope//, /api/1/envelope/",
        "//api/1/store/?a=//b, /api/1/store/?a=//b",
        "/api/1/store/?a=//b, /api/1/store/?a=//b",
        "//events, //events",
        "/events//x, /events//x",
        "//, //",
        "/, /",
        "*, *",
        "http://host/api//1, http://host/api//1",
    })
    void address_belowApi_hasSingleSlashes(String address, String folded) {
        assertThat(FoldedSlashes.folded(address)).isEqualTo(folded);
    }
}
