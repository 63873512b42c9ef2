package io.traceops.domain.grouping.text;

import static org.assertj.core.api.Assertions.assertThat;

import io.traceops.domain.grouping.DecisionLog;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** What holds of any text whatever. A failure names the seed that repeats it. */
class TextPropertiesTest {
    private static final int CASES = 20_000;
    private static final int HOSTILE_LENGTH = 1 << 20;

    /** Work that grew with the square of the length would take hours, on any machine. */
    private static final int HOSTILE_SECONDS_MAX = 300;

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

    @Test
    @Timeout(value = HOSTILE_SECONDS_MAX, unit = TimeUnit.SECONDS, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
    void text_hugeAndRepetitive_isReadInLinearTime() {
        List<String> fragments = HostileText.fragments();
        for (int i = 0; i < fragments.size(); i++) {
            List<String> behind = List.of("", " ", fragments.get((i * 7 + 3) % fragments.size()));
            String text = HostileText.repeated(fragments.get(i) + behind.get(i % behind.size()), HOSTILE_LENGTH);
            MessageTemplate.canonical(text, i % 2 == 0, DecisionLog.none());
            assertThat(RouteTemplate.canonical(text, DecisionLog.none()).length())
                    .isLessThanOrEqualTo(RouteTemplate.LENGTH_MAX);
        }
    }
}
