package io.traceops.http.fuzz;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import io.traceops.http.body.Unpackings;

/** Whatever bytes claim to be packed: they unpack, or fail as a stream does, and no piece is larger than was asked for. */
class UnpackingFuzzTest {
    private static final int PIECES_MAX = 64;

    @FuzzTest(maxDuration = "2m")
    void unpacking_ofAnyBytes_endsInBytesOrInAFailureOfTheStream(byte[] packed) {
        for (Unpackings unpacking : Unpackings.all()) {
            assertThat(unpacking.read(packed, PIECES_MAX)).as(unpacking.name()).isNotNegative();
        }
    }
}
