package io.traceops.domain.grouping.text;

import static org.assertj.core.api.Assertions.assertThat;

import io.traceops.domain.grouping.decision.DecisionLog;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Huge texts that repeat what the readers look for: too slow to be asked about every mutant. */
@Tag("slow")
class TextLinearTimeTest {
    private static final int LENGTH = 1 << 20;

    /** Work that grew with the square of the length would take hours, on any machine. */
    private static final int SECONDS_MAX = 300;

    @Test
    @Timeout(value = SECONDS_MAX, unit = TimeUnit.SECONDS, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
    void text_hugeAndRepetitive_isReadInLinearTime() {
        List<String> fragments = HostileText.fragments();
        for (int i = 0; i < fragments.size(); i++) {
            List<String> behind = List.of("", " ", fragments.get((i * 7 + 3) % fragments.size()));
            String text = HostileText.repeated(fragments.get(i) + behind.get(i % behind.size()), LENGTH);
            MessageTemplate.canonical(text, i % 2 == 0, DecisionLog.none());
            assertThat(RouteTemplate.canonical(text, DecisionLog.none()).length())
                    .isLessThanOrEqualTo(RouteTemplate.LENGTH_MAX);
        }
    }
}
