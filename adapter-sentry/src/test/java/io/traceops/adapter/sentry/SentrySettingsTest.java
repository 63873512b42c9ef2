package io.traceops.adapter.sentry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.traceops.domain.event.ServiceName;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class SentrySettingsTest {
    private static final InstantSource CLOCK = InstantSource.fixed(Instant.EPOCH);

    @Test
    void door_thatNobodyConfigured_isOpenToThisMachineAlone() {
        SentrySettings loopback = SentrySettings.of(Set.of(), Set.of(), Map.of(), true, CLOCK);
        SentrySettings reachable = SentrySettings.of(Set.of(), Set.of(), Map.of(), false, CLOCK);

        assertThat(loopback.opens("any")).isTrue();
        assertThat(loopback.opensCli("any")).isTrue();
        assertThat(reachable.opens("any")).isFalse();
        assertThat(reachable.opensCli("any")).isFalse();
    }

    @Test
    void door_withKeys_opensToThemAlone() {
        SentrySettings settings = SentrySettings.of(Set.of("abc"), Set.of("sesame"), Map.of(), true, CLOCK);

        assertThat(settings.opens("abc")).isTrue();
        assertThat(settings.opens("abd")).isFalse();
        assertThat(settings.opensCli("sesame")).isTrue();
        assertThat(settings.opensCli("sesam")).isFalse();
    }

    @Test
    void door_withTokensAlone_takesEveryKeyOnLoopbackAlone() {
        SentrySettings loopback = SentrySettings.of(Set.of(), Set.of("sesame"), Map.of(), true, CLOCK);
        SentrySettings reachable = SentrySettings.of(Set.of(), Set.of("sesame"), Map.of(), false, CLOCK);

        assertThat(loopback.opens("any")).isTrue();
        assertThat(loopback.opensCli("any")).isFalse();
        assertThat(loopback.isShut()).isFalse();
        assertThat(reachable.opens("any")).isFalse();
        assertThat(reachable.isShut()).isTrue();
        assertThat(reachable.isShutToCli()).isFalse();
    }

    @Test
    void door_withKeysAlone_takesEveryTokenOnLoopbackAlone() {
        assertThat(SentrySettings.of(Set.of("abc"), Set.of(), Map.of(), true, CLOCK)
                        .opensCli("any"))
                .isTrue();
        assertThat(SentrySettings.of(Set.of("abc"), Set.of(), Map.of(), false, CLOCK)
                        .isShutToCli())
                .isTrue();
    }

    @Test
    void project_thatIsMapped_isItsService() {
        SentrySettings settings =
                SentrySettings.of(Set.of(), Set.of(), Map.of("42", new ServiceName("checkout")), true, CLOCK);

        assertThat(settings.service("42")).contains(new ServiceName("checkout"));
        assertThat(settings.service("43")).contains(new ServiceName("43"));
        assertThat(settings.service("order service")).contains(new ServiceName("order service"));
    }

    @Test
    void project_thatIsNoName_hasNoService() {
        SentrySettings settings = SentrySettings.open(CLOCK);

        assertThat(settings.service(" ")).isEmpty();
        assertThat(settings.service("a\nb")).isEmpty();
        assertThat(settings.service("p".repeat(ServiceName.LENGTH_MAX + 1))).isEmpty();
    }

    @Test
    void settings_outOfBounds_areRefused() {
        assertThatThrownBy(() -> SentrySettings.of(Set.of("a b"), Set.of(), Map.of(), true, CLOCK))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("a b");
        assertThatThrownBy(() -> SentrySettings.of(Set.of(), Set.of(" "), Map.of(), true, CLOCK))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new SentrySettings(Set.of(), Set.of(), Map.of(), true, true, 0, CLOCK))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
