package io.traceops.application.capture;

import static org.assertj.core.api.Assertions.assertThat;

import io.traceops.application.capture.DraftValidator.Checked;
import io.traceops.domain.event.Event;
import io.traceops.domain.event.EventId;
import io.traceops.domain.event.EventType;
import io.traceops.domain.event.JsonValue.JsonObject;
import io.traceops.domain.event.JsonValue.JsonString;
import io.traceops.domain.event.Metadata;
import io.traceops.domain.event.Micros;
import io.traceops.domain.fold.Entry.ErrorEntry;
import io.traceops.domain.fold.Entry.TriggerEntry;
import io.traceops.domain.grouping.Fingerprinter;
import io.traceops.domain.grouping.GroupingPolicy;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;

class DraftValidatorTest {
    private static final Instant NOW = Instant.parse("2026-03-01T02:00:00Z");
    private static final long NOW_MICROS = Micros.of(NOW);
    private static final long DAY_MICROS = 24L * 3_600 * 1_000_000;

    private final DraftValidator validator = new DraftValidator(
            new Fingerprinter(GroupingPolicy.DEFAULT),
            () -> new EventId("given"),
            new EventClock(InstantSource.fixed(NOW)));

    @Test
    void check_minimalError_isFilledIn() {
        Event event = valid(draft().build());

        assertThat(event.id()).isEqualTo(new EventId("given"));
        assertThat(event.type()).isEqualTo(EventType.ERROR);
        assertThat(event.timestampMicros()).isEqualTo(NOW_MICROS);
        assertThat(event.message()).isEmpty();
        assertThat(event.metadata()).isSameAs(Metadata.EMPTY);
    }

    @Test
    void check_timesThatTheServerAssigns_riseStrictly() {
        assertThat(valid(draft().build()).timestampMicros()).isEqualTo(NOW_MICROS);
        assertThat(valid(draft().build()).timestampMicros()).isEqualTo(NOW_MICROS + 1);
        assertThat(valid(draft().build()).timestampMicros()).isEqualTo(NOW_MICROS + 2);
    }

    @Test
    void check_timeGiven_isKeptAndMarked() {
        DraftBuilder draft = draft();
        draft.timestampMicros = OptionalLong.of(5);
        Checked.Valid checked = (Checked.Valid) validator.check(draft.build(), NOW_MICROS);

        assertThat(checked.entry().event().timestampMicros()).isEqualTo(5);
        assertThat(checked.entry().timestampGiven()).isTrue();
        assertThat(((Checked.Valid) validator.check(draft().build(), NOW_MICROS))
                        .entry()
                        .timestampGiven())
                .isFalse();
    }

    @Test
    void check_triggersAndErrors_becomeTheirEntries() {
        DraftBuilder deploy = draft();
        deploy.type = Optional.of(EventType.DEPLOY);

        assertThat(((Checked.Valid) validator.check(deploy.build(), NOW_MICROS)).entry())
                .isInstanceOf(TriggerEntry.class);
        assertThat(((Checked.Valid) validator.check(draft().build(), NOW_MICROS)).entry())
                .isInstanceOf(ErrorEntry.class);
    }

    @Test
    void check_everythingWrong_namesEveryViolationAtOnce() {
        EventDraft draft = new EventDraft(
                Optional.of("not an id"),
                Optional.empty(),
                Optional.of(" "),
                OptionalLong.of(-1),
                Optional.of("x".repeat(8_193)),
                Optional.of(new JsonObject(Map.of("a", new JsonString("x".repeat(70_000))))),
                List.of());

        assertThat(violations(draft))
                .extracting(Violation::field)
                .containsExactly("id", "eventType", "serviceName", "timestamp", "message", "metadata");
    }

    @Test
    void check_nothingGiven_namesWhatIsRequired() {
        EventDraft draft = new EventDraft(
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                OptionalLong.empty(),
                Optional.empty(),
                Optional.empty(),
                List.of());

        assertThat(violations(draft))
                .containsExactly(
                        new Violation("eventType", "is required: ERROR, DEPLOY or CONFIG_CHANGE"),
                        new Violation("serviceName", "is required"));
    }

    @Test
    void check_fieldThatCouldNotBeMapped_isNotAlsoCalledMissing() {
        EventDraft draft = new EventDraft(
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                OptionalLong.empty(),
                Optional.empty(),
                Optional.empty(),
                List.of(new Violation("serviceName", "must be a string"), new Violation("eventType", "is PING")));

        assertThat(violations(draft))
                .containsExactly(
                        new Violation("serviceName", "must be a string"), new Violation("eventType", "is PING"));
    }

    @Test
    void check_timeAheadOfTheClock_isAllowedForADay() {
        DraftBuilder draft = draft();
        draft.timestampMicros = OptionalLong.of(NOW_MICROS + DAY_MICROS);
        assertThat(valid(draft.build()).timestampMicros()).isEqualTo(NOW_MICROS + DAY_MICROS);

        draft.timestampMicros = OptionalLong.of(NOW_MICROS + DAY_MICROS + 1);
        assertThat(violations(draft.build()))
                .containsExactly(new Violation("timestamp", "is more than 24 h ahead of the server's clock"));
        draft.timestampMicros = OptionalLong.of(Long.MAX_VALUE);
        assertThat(violations(draft.build())).hasSize(1);
    }

    @Test
    void check_messageWithHalfAPair_isRefused() {
        DraftBuilder draft = draft();
        draft.message = Optional.of("a\ud800");

        assertThat(violations(draft.build())).extracting(Violation::field).containsExactly("message");
    }

    @Test
    void check_emptyMetadata_isNone() {
        DraftBuilder draft = draft();
        draft.metadata = Optional.of(JsonObject.EMPTY);

        assertThat(valid(draft.build()).metadata()).isSameAs(Metadata.EMPTY);
    }

    private Event valid(EventDraft draft) {
        return ((Checked.Valid) validator.check(draft, NOW_MICROS)).entry().event();
    }

    private List<Violation> violations(EventDraft draft) {
        return ((Checked.Invalid) validator.check(draft, NOW_MICROS)).violations();
    }

    private static DraftBuilder draft() {
        return new DraftBuilder();
    }

    private static final class DraftBuilder {
        private Optional<EventType> type = Optional.of(EventType.ERROR);
        private OptionalLong timestampMicros = OptionalLong.empty();
        private Optional<String> message = Optional.empty();
        private Optional<JsonObject> metadata = Optional.empty();

        EventDraft build() {
            return new EventDraft(
                    Optional.empty(), type, Optional.of("api"), timestampMicros, message, metadata, List.of());
        }
    }
}
