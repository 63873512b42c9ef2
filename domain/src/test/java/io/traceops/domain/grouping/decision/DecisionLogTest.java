package io.traceops.domain.grouping.decision;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class DecisionLogTest {
    @Test
    void log_recording_keepsDecisionsInOrder() {
        DecisionLog log = DecisionLog.recording();

        log.add("int", "42", "<int>");
        log.add("hex", "0x1", "<hex>");

        assertThat(log.isRecording()).isTrue();
        assertThat(log.decisions())
                .containsExactly(new Decision("int", "42", "<int>"), new Decision("hex", "0x1", "<hex>"));
        assertThat(log.omitted()).isZero();
    }

    @Test
    void log_notRecording_keepsNothing() {
        DecisionLog log = DecisionLog.none();

        IntStream.range(0, 100).forEach(_ -> log.add("int", "42", "<int>"));

        assertThat(log.isRecording()).isFalse();
        assertThat(log.decisions()).isEmpty();
        assertThat(log.omitted()).isZero();
    }

    @Test
    void log_full_countsWhatItLeavesOut() {
        DecisionLog log = DecisionLog.recording();

        IntStream.range(0, DecisionLog.DECISIONS_MAX + 2).forEach(i -> log.add("int", "" + i, "<int>"));

        assertThat(log.decisions()).hasSize(DecisionLog.DECISIONS_MAX);
        assertThat(log.decisions().getLast().found()).isEqualTo("63");
        assertThat(log.omitted()).isEqualTo(2);
    }

    @Test
    void decision_longText_isCutBetweenCharacters() {
        String exact = "a".repeat(200);
        String pair = "a".repeat(199) + "\uD83D\uDE00";

        assertThat(new Decision("r", exact, exact)).isEqualTo(new Decision("r", exact + "b", exact + "b"));
        assertThat(new Decision("r", pair, "").found()).isEqualTo("a".repeat(199));
        assertThat(new Decision("r", "", exact + "b").became()).isEqualTo(exact);
    }
}
