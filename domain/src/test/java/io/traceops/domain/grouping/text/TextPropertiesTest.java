package io.traceops.domain.grouping.text;

import static org.assertj.core.api.Assertions.assertThat;

import io.traceops.domain.grouping.decision.DecisionLog;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What holds of any text whatever. A failure names the seed that repeats it. */
class TextPropertiesTest {
    private static final int CASES = 20_000;

    @Test
    void message_anyText_isReadAlikeWithAndWithoutALog() {
        for (long seed = 0; seed < CASES; seed++) {
            String text = HostileText.of(seed);
            for (boolean pinned : List.of(true, false)) {
                String canonical = MessageTemplate.canonical(text, pinned, DecisionLog.none());
                assertThat(MessageTemplate.canonical(text, pinned, DecisionLog.recording()))
                        .as("seed %d", seed)
                        .isEqualTo(canonical);
            }
        }
    }

    @Test
    void message_anyText_hasTwoLinesWithoutControlsOrIdleBlanks() {
        for (long seed = 0; seed < CASES; seed++) {
            String canonical = Examples.pinned(HostileText.of(seed));
            assertThat(canonical.chars().filter(c -> c == '\n').count())
                    .as("seed %d", seed)
                    .isLessThanOrEqualTo(1);
            assertThat(canonical.replace('\n', ' ').chars().noneMatch(Character::isISOControl))
                    .as("seed %d", seed)
                    .isTrue();
            assertThat(canonical).as("seed %d", seed).doesNotContain("\u00A0", "\u2028");
        }
    }

    @Test
    void route_anyText_isStableAndBounded() {
        for (long seed = 0; seed < CASES; seed++) {
            String canonical = RouteTemplate.canonical(HostileText.of(seed), DecisionLog.none());
            assertThat(RouteTemplate.canonical(canonical, DecisionLog.none()))
                    .as("seed %d", seed)
                    .isEqualTo(canonical);
            assertThat(canonical.length()).as("seed %d", seed).isLessThanOrEqualTo(RouteTemplate.LENGTH_MAX);
        }
    }
}
