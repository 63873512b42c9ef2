package io.traceops.domain.lifecycle;

import static io.traceops.domain.fold.History.configChange;
import static io.traceops.domain.fold.History.deploy;
import static io.traceops.domain.fold.History.error;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.traceops.domain.correlation.CorrelationPolicy;
import io.traceops.domain.correlation.TriggerRef;
import io.traceops.domain.event.EventId;
import io.traceops.domain.event.Moment;
import io.traceops.domain.event.ServiceName;
import io.traceops.domain.fold.Entry;
import io.traceops.domain.fold.FoldPolicy;
import io.traceops.domain.fold.ServiceInMemory;
import io.traceops.domain.grouping.Fingerprint;
import io.traceops.domain.impact.SeverityPolicy;
import io.traceops.domain.release.DetectionPolicy;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The lifecycle as stories of one issue. Times are seconds. */
class LifecycleTest {
    private static final long SECOND = 1_000_000;
    private static final long LATER = 1_000_000;

    @Test
    void issue_noTrigger_staysOpen() {
        Story story = given(error("o1", 10, "boom"), error("o2", 20, "boom"));

        assertThat(story.historyAt(LATER)).containsExactly("OPENED o1");
        assertThat(story.resolvedByAt(LATER)).isEmpty();
        assertThat(story.state().count()).isEqualTo(2);
    }

    @Test
    void issue_triggerAfterTheLastOccurrence_isResolvedByTheEarliestSuchTrigger() {
        Story story = given(error("o1", 10, "boom"), deploy("d2", 40), configChange("c1", 30), deploy("d0", 5));

        assertThat(story.historyAt(LATER)).containsExactly("OPENED o1", "RESOLVED c1");
        assertThat(story.resolvedByAt(LATER)).contains("c1");
    }

    @Test
    void issue_triggerAtTheInstantOfTheOccurrence_isResolved() {
        assertThat(given(error("o1", 10, "boom"), deploy("d1", 10)).resolvedByAt(LATER))
                .contains("d1");
    }

    @Test
    void issue_occurrenceAfterTheResolution_hasRegressed() {
        Story story = given(error("o1", 10, "boom"), deploy("d1", 20), error("o2", 30, "boom"));

        assertThat(story.historyAt(LATER)).containsExactly("OPENED o1", "RESOLVED d1", "REGRESSED o2");
        assertThat(story.resolvedByAt(LATER)).isEmpty();
        assertThat(story.state().regressionCount()).isEqualTo(1);
    }

    @Test
    void issue_occurrenceAtTheInstantOfTheTrigger_isNoRegression() {
        Story story = given(error("o1", 10, "boom"), deploy("d1", 20), error("o2", 20, "boom"));

        assertThat(story.state().regressionCount()).isZero();
        assertThat(story.resolvedByAt(LATER)).contains("d1");
    }

    @Test
    void issue_errorArrivesLateFromBeforeTheResolution_isCountedAndNoRegression() {
        Story story = given(error("o1", 10, "boom"), deploy("d1", 20), error("late", 15, "boom"));

        assertThat(story.state().count()).isEqualTo(2);
        assertThat(story.state().regressionCount()).isZero();
        assertThat(story.resolvedByAt(LATER)).contains("d1");
    }

    @Test
    void issue_triggerArrivesLate_takesItsPlaceInThePast() {
        Story story = given(error("o1", 10, "boom"), error("o2", 30, "boom"), deploy("late", 20));

        assertThat(story.historyAt(LATER)).containsExactly("OPENED o1", "RESOLVED late", "REGRESSED o2");
    }

    @Test
    void issue_lateErrorFillsTheSilence_movesTheRegression() {
        Story story =
                given(error("o1", 10, "boom"), deploy("d1", 20), error("o3", 40, "boom"), error("o2", 30, "boom"));

        assertThat(story.historyAt(LATER)).containsExactly("OPENED o1", "RESOLVED d1", "REGRESSED o2");
    }

    @Test
    void issue_severalEpisodes_eachIsInTheHistory() {
        Story story = given(
                error("o1", 10, "boom"),
                deploy("d1", 20),
                error("o2", 30, "boom"),
                error("o3", 31, "boom"),
                deploy("d2", 40),
                deploy("d3", 41),
                error("o4", 50, "boom"),
                deploy("d4", 60));

        assertThat(story.historyAt(LATER))
                .containsExactly(
                        "OPENED o1", "RESOLVED d1", "REGRESSED o2", "RESOLVED d2", "REGRESSED o4", "RESOLVED d4");
        assertThat(story.lifecycle().history(LATER * SECOND, 2))
                .extracting(transition -> transition.cause().id().value())
                .containsExactly("d4", "o4");
        assertThat(story.lifecycle().history(LATER * SECOND, 0)).isEmpty();
        assertThat(story.lifecycle().lastFailedResolver().map(Story::id)).contains("d2");
    }

    @Test
    void issue_triggerStillToCome_isOpenUntilThen() {
        Story story = given(error("o1", 10, "boom"), deploy("d1", 100));

        assertThat(story.resolvedByAt(99)).isEmpty();
        assertThat(story.historyAt(99)).containsExactly("OPENED o1");
        assertThat(story.resolvedByAt(100)).contains("d1");
    }

    @Test
    void verification_silenceTooShort_isNoResolution() {
        Story story = given(Duration.ofSeconds(5), error("o1", 10, "boom"), deploy("d1", 20), error("o2", 25, "boom"));

        assertThat(story.state().regressionCount()).isZero();
        assertThat(story.historyAt(LATER)).containsExactly("OPENED o1");
    }

    @Test
    void verification_silenceLongEnough_isResolutionAndRegression() {
        Story story = given(Duration.ofSeconds(5), error("o1", 10, "boom"), deploy("d1", 20), error("o2", 26, "boom"));

        assertThat(story.historyAt(LATER)).containsExactly("OPENED o1", "RESOLVED d1", "REGRESSED o2");
    }

    @Test
    void verification_afterTheLastOccurrence_waitsForItsEnd() {
        Story story = given(Duration.ofSeconds(5), error("o1", 10, "boom"), deploy("d1", 20));

        assertThat(story.resolvedByAt(24)).isEmpty();
        assertThat(story.resolvedByAt(25)).contains("d1");
        assertThat(story.lifecycle().history(25 * SECOND, 1).getFirst().effectiveMicros())
                .isEqualTo(25 * SECOND);
    }

    @Test
    void verification_firstTriggerFailsTheLaterOneIsNotTried() {
        // The earliest trigger of a gap decides; a later one would be verified even later.
        Story story = given(
                Duration.ofSeconds(5),
                error("o1", 10, "boom"),
                deploy("d1", 11),
                deploy("d2", 14),
                error("o2", 16, "boom"));

        assertThat(story.state().regressionCount()).isZero();
    }

    @Test
    void episode_cause_isTheTriggerJustBeforeItsFirstOccurrence() {
        Story story = given(
                deploy("d1", 1_000),
                error("o1", 1_060, "boom"),
                deploy("d2", 2_000),
                error("o2", 2_100, "boom"),
                error("o3", 9_000, "boom"));

        Episode episode = story.lifecycle().episode(CorrelationPolicy.DEFAULT).orElseThrow();
        assertThat(episode.start().id().value()).isEqualTo("o2");
        assertThat(episode.suspectedCause().map(Story::id)).contains("d2");
        assertThat(given(deploy("d1", 1_000), error("o1", 1_060, "boom"))
                        .lifecycle()
                        .episode(CorrelationPolicy.DEFAULT)
                        .flatMap(Episode::suspectedCause)
                        .map(Story::id))
                .contains("d1");
    }

    @Test
    void issueId_ofServiceAndFingerprint_isDerivedAndReadBack() {
        Fingerprint fingerprint = new Fingerprint(1, 2, 3, 4);
        IssueId id = IssueId.of(new ServiceName("api"), fingerprint);

        assertThat(id).isEqualTo(IssueId.of(new ServiceName("api"), fingerprint));
        assertThat(id).isNotEqualTo(IssueId.of(new ServiceName("apj"), fingerprint));
        assertThat(id).isNotEqualTo(IssueId.of(new ServiceName("api"), new Fingerprint(1, 2, 3, 5)));
        assertThat(IssueId.parse(id.hex())).contains(id);
        assertThat(id).hasToString(id.hex());
        assertThat(id.hex()).hasSize(IssueId.HEX_LENGTH);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "abc",
                "0123456789abcdef0123456789abcdeF",
                "0123456789abcdef0123456789abcde/",
                "0123456789abcdef0123456789abcde:",
                "0123456789abcdef0123456789abcde`",
                "0123456789abcdef0123456789abcdeg",
                "0123456789abcdef0123456789abcdef0"
            })
    void issueId_otherText_isNone(String text) {
        assertThat(IssueId.parse(text)).isEmpty();
    }

    @Test
    void issueIds_areOrderedAsTheirHex() {
        assertThat(new IssueId(1, 9)).isLessThan(new IssueId(2, 0));
        assertThat(new IssueId(1, 1)).isLessThan(new IssueId(1, -1));
        assertThat(new IssueId(-1, 0)).isGreaterThan(new IssueId(1, 0));
    }

    @Test
    void policy_verificationOutOfBounds_isRefused() {
        assertThat(new LifecyclePolicy(Duration.ofDays(30)).verificationMicros())
                .isEqualTo(30 * 86_400 * SECOND);
        assertThatIllegalArgumentException().isThrownBy(() -> new LifecyclePolicy(Duration.ofNanos(-1)));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new LifecyclePolicy(Duration.ofDays(30).plusNanos(1)));
    }

    @Test
    void state_thatCannotBe_isRefused() {
        IssueState state = given(error("o1", 10, "boom")).state();
        Moment later = new Moment(20 * SECOND, new EventId("x"));

        assertThatIllegalArgumentException().isThrownBy(() -> state.withSpan(0, state.first(), state.last(), 0));
        assertThatIllegalArgumentException().isThrownBy(() -> state.withSpan(1, later, state.last(), 0));
        assertThatIllegalArgumentException().isThrownBy(() -> state.withRegressionCount(-1));
    }

    private static Story given(Entry... entries) {
        return given(Duration.ZERO, entries);
    }

    private static Story given(Duration verification, Entry... entries) {
        FoldPolicy policy = new FoldPolicy(
                new LifecyclePolicy(verification),
                CorrelationPolicy.DEFAULT,
                SeverityPolicy.DEFAULT,
                DetectionPolicy.DEFAULT);
        ServiceInMemory service = new ServiceInMemory(policy);
        List.of(entries).forEach(service::add);
        return new Story(service, policy);
    }

    /** One issue and what became of it. */
    private record Story(ServiceInMemory service, FoldPolicy policy) {
        IssueState state() {
            return service.issues().getFirst();
        }

        Lifecycle lifecycle() {
            IssueState state = state();
            return new Lifecycle(
                    state,
                    new IssueLine(
                            state.settled(), service.occurrences(state.id()), service.triggers(), policy.lifecycle()));
        }

        List<String> historyAt(long second) {
            return lifecycle().history(second * SECOND, 100).reversed().stream()
                    .map(transition ->
                            transition.kind() + " " + transition.cause().id())
                    .toList();
        }

        Optional<String> resolvedByAt(long second) {
            return lifecycle().resolution(second * SECOND).map(Story::id);
        }

        static String id(TriggerRef trigger) {
            return trigger.moment().id().value();
        }
    }
}
