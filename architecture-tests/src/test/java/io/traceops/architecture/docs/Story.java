package io.traceops.architecture.docs;

import static org.assertj.core.api.Assertions.assertThat;

import io.traceops.adapter.memory.MemoryLedger;
import io.traceops.adapter.memory.MemoryLimits;
import io.traceops.adapter.memory.sketch.HllDistinctSketches;
import io.traceops.application.capture.CaptureEvents;
import io.traceops.application.capture.CaptureOutcome;
import io.traceops.application.capture.EventDraft;
import io.traceops.application.query.Answer;
import io.traceops.application.query.EventQuery;
import io.traceops.application.query.TriageIssues;
import io.traceops.application.query.ViewTimeline;
import io.traceops.domain.correlation.CorrelationPolicy;
import io.traceops.domain.event.EventId;
import io.traceops.domain.event.EventType;
import io.traceops.domain.event.JsonValue.JsonObject;
import io.traceops.domain.event.JsonValue.JsonString;
import io.traceops.domain.event.Micros;
import io.traceops.domain.fold.FoldPolicy;
import io.traceops.domain.grouping.Fingerprinter;
import io.traceops.domain.grouping.GroupingPolicy;
import io.traceops.domain.impact.PriorityPolicy;
import io.traceops.domain.impact.SeverityPolicy;
import io.traceops.domain.lifecycle.LifecyclePolicy;
import io.traceops.domain.release.DetectionPolicy;
import io.traceops.domain.triage.Issue;
import io.traceops.domain.triage.TriagePolicy;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;

/**
 * A story that a document tells about one service, such as {@code error e1 10:00, deploy d1 10:20}, told to the real use
 * cases over the memory store. All errors are one issue.
 */
final class Story {
    private static final LocalDate DAY = LocalDate.of(2026, 3, 1);
    private static final String SERVICE = "checkout";

    private final TriagePolicy policy;
    private final MemoryLedger ledger;
    private final CaptureEvents capture;
    private Instant now = at("23:59");
    private int unnamed;

    Story(Duration verification) {
        this.policy = new TriagePolicy(
                new LifecyclePolicy(verification),
                CorrelationPolicy.DEFAULT,
                SeverityPolicy.DEFAULT,
                PriorityPolicy.DEFAULT);
        this.ledger = new MemoryLedger(
                MemoryLimits.DEFAULT,
                new FoldPolicy(policy.lifecycle(), policy.correlation(), policy.severity(), DetectionPolicy.DEFAULT),
                new HllDistinctSketches(),
                _ -> {});
        this.capture = new CaptureEvents(
                ledger,
                new Fingerprinter(GroupingPolicy.DEFAULT),
                () -> new EventId("unnamed-" + unnamed++),
                () -> now,
                (_, _) -> {},
                1);
    }

    static Instant at(String time) {
        return DAY.atTime(LocalTime.parse(time)).toInstant(ZoneOffset.UTC);
    }

    /** Reports events in the given order. A fourth word is the release that an event names. */
    Story tell(String events) {
        for (String event : events.split(", ", -1)) {
            String[] words = event.split(" ", -1);
            report(words[0], Optional.of(words[1]), words[2], words.length > 3 ? words[3] : "");
        }
        return this;
    }

    /** Reports events such as {@code 3 at 10:00, 3 at 10:10}. */
    Story tellErrors(String events) {
        for (String group : events.split(", ", -1)) {
            String[] words = group.split(" ", -1);
            for (int i = 0; i < Integer.parseInt(words[0]); i++) {
                report("error", Optional.empty(), words[2], "");
            }
        }
        return this;
    }

    private void report(String kind, Optional<String> id, String time, String release) {
        EventType type = switch (kind) {
            case "error" -> EventType.ERROR;
            case "deploy" -> EventType.DEPLOY;
            case "config" -> EventType.CONFIG_CHANGE;
            default -> throw new IllegalArgumentException("no event: " + kind);
        };
        CaptureOutcome outcome = capture.capture(new EventDraft(
                id,
                Optional.of(type),
                Optional.of(SERVICE),
                OptionalLong.of(Micros.of(at(time))),
                Optional.of("boom"),
                release.isEmpty()
                        ? Optional.empty()
                        : Optional.of(new JsonObject(Map.of("release", new JsonString(release)))),
                List.of()));
        assertThat(outcome).isInstanceOf(CaptureOutcome.Accepted.class);
    }

    Story askedAt(String time) {
        now = at(time);
        return this;
    }

    Issue issue() {
        String id = ledger.event(new EventId(firstErrorId()))
                .flatMap(event -> event.issueId())
                .orElseThrow()
                .hex();
        return found(new TriageIssues(ledger, policy, () -> now).issue(id));
    }

    private String firstErrorId() {
        return timeline().entries().items().stream()
                .map(entry -> entry.event().event())
                .filter(event -> event.type() == EventType.ERROR)
                .findFirst()
                .orElseThrow()
                .id()
                .value();
    }

    /** What happened to the issue, oldest first, such as {@code opened e1, resolved d1}. */
    String history() {
        return String.join(
                ", ",
                issue().history().reversed().stream()
                        .map(transition -> transition.kind().name().toLowerCase(Locale.ROOT)
                                + " "
                                + name(transition.cause().id()))
                        .toList());
    }

    /** An event by its id, or a detected deploy by its release. */
    private String name(EventId id) {
        return id.isOfDetectedDeploy()
                ? ledger.event(id)
                        .flatMap(deploy -> deploy.event().metadata().release())
                        .orElseThrow()
                : id.value();
    }

    String status() {
        return issue().status().name().toLowerCase(Locale.ROOT);
    }

    /** The likely cause of the last event, or {@code none}. */
    String likelyCause(String errorId) {
        return timeline().entries().items().stream()
                .filter(entry -> entry.event().event().id().value().equals(errorId))
                .findFirst()
                .orElseThrow()
                .correlatedTo()
                .map(this::name)
                .orElse("none");
    }

    private io.traceops.application.query.Timeline timeline() {
        EventQuery everything = new EventQuery(
                Optional.of(SERVICE),
                Optional.empty(),
                OptionalLong.empty(),
                OptionalLong.empty(),
                OptionalInt.empty(),
                Optional.empty(),
                List.of());
        return found(new ViewTimeline(ledger, policy.correlation()).view(everything));
    }

    private static <T> T found(Answer<T> answer) {
        assertThat(answer).isInstanceOf(Answer.Found.class);
        return ((Answer.Found<T>) answer).value();
    }
}
