package io.traceops.bootstrap.settings;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class KindsTest {
    private static final Kind<Duration> DURATION = Kinds.duration(Duration.ZERO, Duration.ofDays(30));

    @ParameterizedTest
    @CsvSource({"0,0", "500ms,500", "90s,90000", "5m,300000", "1h30m,5400000", "2d,172800000", "30d,2592000000"})
    void duration_withUnits_isTheirSum(String text, long millis) {
        assertThat(DURATION.parse(text)).isEqualTo(new Parsed.Value<>(Duration.ofMillis(millis)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"5", "m", "5 m", "5x", "-5m", "31d", "1.5h", "99999999999999999999d", " "})
    void duration_ofAnythingElse_isRefused(String text) {
        assertThat(DURATION.parse(text)).isInstanceOf(Parsed.Problem.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"-1", "0x1", "1e3", "NaN", "1.2.3", "1001", "."})
    void decimal_outOfRangeOrNoNumber_isRefused(String text) {
        assertThat(Kinds.decimal(0, 1_000).parse(text)).isInstanceOf(Parsed.Problem.class);
    }

    @Test
    void list_ofTexts_dropsBlanks() {
        Kind<List<String>> list = Kinds.list("words");

        assertThat(list.parse("a, b ,,c")).isEqualTo(new Parsed.Value<>(List.of("a", "b", "c")));
        assertThat(list.parse("-")).isEqualTo(new Parsed.Value<>(List.of()));
    }

    @Test
    void eventsKept_asAShareOfTheHeap_countsTwoKibibytesEach() {
        EventsKept share = new EventsKept.ShareOfHeap(50);

        assertThat(Kinds.eventsKept().parse("50%")).isEqualTo(new Parsed.Value<>(share));
        assertThat(share.count(100L * 2_048)).isEqualTo(50);
        assertThat(share.count(1)).isEqualTo(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "0%", "91%", "%", "half"})
    void eventsKept_ofAnythingElse_isRefused(String text) {
        assertThat(Kinds.eventsKept().parse(text)).isInstanceOf(Parsed.Problem.class);
    }
}
