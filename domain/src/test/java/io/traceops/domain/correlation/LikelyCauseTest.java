package io.traceops.domain.correlation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.traceops.domain.event.ConfigChange;
import io.traceops.domain.event.Deploy;
import io.traceops.domain.event.EventId;
import io.traceops.domain.event.EventType;
import io.traceops.domain.event.JsonValue.JsonObject;
import io.traceops.domain.event.JsonValue.JsonString;
import io.traceops.domain.event.Metadata;
import io.traceops.domain.event.ServiceName;
import io.traceops.domain.event.Trigger;
import io.traceops.domain.fold.FoldPolicy;
import io.traceops.domain.fold.History;
import io.traceops.domain.fold.ServiceInMemory;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class LikelyCauseTest {
    private static final long SECOND = 1_000_000;

    @ParameterizedTest
    @CsvSource({"100, d1", "101, d1", "399, d1", "400, d1"})
    void cause_triggerWithinFiveMinutes_bothEndsIncluded(long errorSecond, String expected) {
        ServiceInMemory service = given(deploy("d1", 100));

        assertThat(cause(service, errorSecond)).contains(expected);
    }

    @ParameterizedTest
    @ValueSource(longs = {0, 99, 401, 5_000})
    void cause_triggerLaterOrTooLongAgo_isNone(long errorSecond) {
        assertThat(cause(given(deploy("d1", 100)), errorSecond)).isEmpty();
    }

    @Test
    void cause_severalTriggers_isTheLatestBeforeTheError() {
        ServiceInMemory service = given(deploy("d1", 100), configChange("c1", 200), deploy("d2", 300));

        assertThat(cause(service, 250)).contains("c1");
        assertThat(cause(service, 199)).contains("d1");
    }

    @Test
    void cause_severalTriggersAtOneTime_isTheLastById() {
        assertThat(cause(given(deploy("b", 100), deploy("c", 100), deploy("a", 100)), 100))
                .contains("c");
    }

    @Test
    void cause_oneMicrosecondBeyondTheWindow_isNone() {
        ServiceInMemory service = given(deploy("d1", 100));

        assertThat(LikelyCause.of(400 * SECOND, service.triggers(), CorrelationPolicy.DEFAULT))
                .isPresent();
        assertThat(LikelyCause.of(400 * SECOND + 1, service.triggers(), CorrelationPolicy.DEFAULT))
                .isEmpty();
    }

    @Test
    void cause_detectedDeploy_givesWayToAnAnnouncedTriggerOfTheWindow() {
        ServiceInMemory service = given(configChange("c1", 100), deploy("detected:1", 200), deploy("detected:2", 210));

        assertThat(cause(service, 220)).contains("c1");
        assertThat(cause(service, 400)).contains("c1");
        assertThat(cause(service, 401)).as("c1 is too long ago").contains("detected:2");
    }

    @Test
    void cause_announcedTriggerAfterADetectedDeploy_isIt() {
        assertThat(cause(given(deploy("detected:1", 200), deploy("d1", 210)), 220))
                .contains("d1");
    }

    @Test
    void cause_behindMoreDetectedDeploysThanThereCanBe_isTheLatestOfThese() {
        ServiceInMemory few = given(configChange("c1", 100));
        ServiceInMemory many = given(configChange("c1", 100));
        for (int i = 0; i < 16; i++) {
            few.add(History.entry(deploy("detected:" + (char) ('a' + i), 200 + i)));
        }
        for (int i = 0; i < 17; i++) {
            many.add(History.entry(deploy("detected:" + (char) ('a' + i), 200 + i)));
        }

        assertThat(cause(few, 300)).contains("c1");
        assertThat(cause(many, 300)).contains("detected:q");
    }

    @Test
    void triggerRef_ofADetectedDeploy_saysSo() {
        assertThat(TriggerRef.of(deploy("detected:1", 1)).isDetected()).isTrue();
        assertThat(TriggerRef.of(deploy("d1", 1)).isDetected()).isFalse();
    }

    @Test
    void policy_windowOutOfBounds_isRefused() {
        assertThat(new CorrelationPolicy(Duration.ZERO).windowMicros()).isZero();
        assertThat(new CorrelationPolicy(Duration.ofHours(24)).windowMicros()).isEqualTo(24 * 3_600 * SECOND);
        assertThatIllegalArgumentException().isThrownBy(() -> new CorrelationPolicy(Duration.ofNanos(-1)));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new CorrelationPolicy(Duration.ofHours(24).plusNanos(1)));
    }

    @Test
    void triggerRef_keepsWhatNamesTheTrigger() {
        Metadata metadata = new Metadata(new JsonObject(Map.of("release", new JsonString("v1.4.2"))));
        Deploy deploy = new Deploy(new EventId("d1"), new ServiceName("api"), 7, "x".repeat(300), metadata);

        TriggerRef ref = TriggerRef.of(deploy);

        assertThat(ref.type()).isEqualTo(EventType.DEPLOY);
        assertThat(ref.message()).hasSize(TriggerRef.MESSAGE_LENGTH_MAX);
        assertThat(ref.release()).contains("v1.4.2");
        assertThat(ref.timestampMicros()).isEqualTo(7);
    }

    private static ServiceInMemory given(Trigger... triggers) {
        ServiceInMemory service = new ServiceInMemory(FoldPolicy.DEFAULT);
        for (Trigger trigger : triggers) {
            service.add(History.entry(trigger));
        }
        return service;
    }

    private static Optional<String> cause(ServiceInMemory service, long errorSecond) {
        return LikelyCause.of(errorSecond * SECOND, service.triggers(), CorrelationPolicy.DEFAULT)
                .map(trigger -> trigger.moment().id().value());
    }

    private static Deploy deploy(String id, long second) {
        return new Deploy(new EventId(id), History.SERVICE, second * SECOND, "", Metadata.EMPTY);
    }

    private static ConfigChange configChange(String id, long second) {
        return new ConfigChange(new EventId(id), History.SERVICE, second * SECOND, "", Metadata.EMPTY);
    }
}
