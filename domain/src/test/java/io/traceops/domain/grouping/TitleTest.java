package io.traceops.domain.grouping;

import static io.traceops.domain.grouping.Errors.error;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.junit.jupiter.api.Test;

class TitleTest {
    @Test
    void title_ofAMessage_isItsFirstLineThatSaysSomething() {
        assertThat(title("\n \t\n  Order 42 failed  \nat x", "f")).isEqualTo("Order 42 failed");
    }

    @Test
    void title_ofAColouredMessage_isWithoutControls() {
        assertThat(title("\u001B[31mError\u001B[0m:\tno\u0000disk", "")).isEqualTo("Error: no disk");
    }

    @Test
    void title_withoutMessage_isTheFrameOrSaysSo() {
        assertThat(title(" \n", "pay charge")).isEqualTo("pay charge");
        assertThat(title("", "")).isEqualTo("(no message)");
    }

    @Test
    void title_longerThanItsBound_isCutBetweenCharacters() {
        assertThat(title("a".repeat(200), "")).isEqualTo("a".repeat(200));
        assertThat(title("a".repeat(201), "")).isEqualTo("a".repeat(200));
        assertThat(title("a".repeat(199) + "\uD83D\uDE00", "")).isEqualTo("a".repeat(199));
        assertThat(title("", "f".repeat(201))).isEqualTo("f".repeat(200));
    }

    private static String title(String message, String frame) {
        Grouping grouping =
                new Grouping(1, "", frame, "", Optional.empty(), new Fingerprint(0, 0, 0, 0), new FamilyKey(0, 0));
        return Title.of(error(message), grouping);
    }
}
