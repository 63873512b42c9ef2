package io.traceops.adapter.otlp.failure;

import static org.assertj.core.api.Assertions.assertThat;

import io.traceops.adapter.otlp.wire.Slice;
import org.junit.jupiter.api.Test;

/** What was stored under an id is found under it by every version that is to come. */
class FailureIdTest {
    private static final TraceContext SPAN = new TraceContext("4bf92f3577b34da6a3ce929d0e0e4736", "00f067aa0ba902b7");
    private static final Slice RECORD = Slice.of(new byte[] {1, 2, 3, 4}, 3);

    @Test
    void id_ofARaisedException_neverChanges() {
        assertThat(FailureId.of("shop", SPAN, new Raised("shop.Api$Inner", "café 😀", "why"), RECORD))
                .isEqualTo("otel:77c4eb0c4c84e109df87e1bf28e0a580");
    }

    @Test
    void id_ofARecord_neverChanges() {
        assertThat(FailureId.ofRecord("shop", TraceContext.NONE, RECORD))
                .isEqualTo("otel:16bc972abccc8c13218e44dbb21b3daf");
        assertThat(FailureId.of("shop", TraceContext.NONE, new Raised("A", "b", ""), RECORD))
                .isEqualTo("otel:16bc972abccc8c13218e44dbb21b3daf");
    }
}
