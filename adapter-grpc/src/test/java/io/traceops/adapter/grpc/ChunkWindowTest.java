package io.traceops.adapter.grpc;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class ChunkWindowTest {
    private static final int KIB = 1_024;
    private static final int MIB = 1_024 * KIB;

    @Test
    void refill_atFirst_expectsTheLargestChunks() {
        ChunkWindow window = new ChunkWindow(64, 32 * MIB, 16 * MIB);

        assertThat(window.refill()).isEqualTo(2);
        assertThat(window.refill()).isZero();
    }

    @Test
    void refill_smallChunks_widensToTheMost() {
        ChunkWindow window = new ChunkWindow(64, 32 * MIB, 16 * MIB);

        int chunks = answerUntilWidest(window, KIB);

        assertThat(window.inFlight()).isEqualTo(64);
        assertThat(chunks).isLessThan(1_000);
    }

    @Test
    void refill_wideWindow_waitsUntilHalfIsAnswered() {
        ChunkWindow window = new ChunkWindow(64, 32 * MIB, 16 * MIB);
        answerUntilWidest(window, KIB);

        for (int i = 0; i < 31; i++) {
            window.answered(KIB);
            assertThat(window.refill()).isZero();
        }
        window.answered(KIB);

        assertThat(window.refill()).isEqualTo(32);
    }

    @Test
    void refill_afterALargeChunk_isNarrowAtOnce() {
        ChunkWindow window = new ChunkWindow(64, 32 * MIB, 16 * MIB);
        answerUntilWidest(window, KIB);

        window.answered(8 * MIB);
        while (window.inFlight() > 2) {
            assertThat(window.refill()).isZero();
            window.answered(8 * MIB);
        }

        assertThat(window.refill()).isEqualTo(2);
    }

    @Test
    void refill_chunksLargerThanTheBytes_asksForOneAtATime() {
        ChunkWindow window = new ChunkWindow(64, KIB, 16 * MIB);

        assertThat(window.refill()).isEqualTo(1);
        assertThat(window.refill()).isZero();
        window.answered(MIB);
        assertThat(window.refill()).isEqualTo(1);
    }

    @Property
    void refill_chunksOfOneSize_neverHoldsMoreBytesThanAllowed(@ForAll @IntRange(min = 1, max = 32 * MIB) int bytes) {
        ChunkWindow window = new ChunkWindow(64, 32 * MIB, 16 * MIB);

        window.refill();
        for (int i = 0; i < 500; i++) {
            window.answered(bytes);
            window.refill();
            assertThat(window.inFlight()).isBetween(1, 64);
            assertThat((long) window.inFlight() * bytes).isLessThanOrEqualTo(Math.max(32L * MIB, 2L * bytes));
        }
    }

    private static int answerUntilWidest(ChunkWindow window, int bytes) {
        window.refill();
        int chunks = 0;
        while (window.inFlight() < 64 && chunks < 10_000) {
            window.answered(bytes);
            window.refill();
            chunks++;
        }
        return chunks;
    }
}
