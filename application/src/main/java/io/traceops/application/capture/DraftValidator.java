package io.traceops.application.capture;

import io.traceops.domain.event.ErrorEvent;
import io.traceops.domain.event.Event;
import io.traceops.domain.event.EventId;
import io.traceops.domain.event.JsonValue.JsonObject;
import io.traceops.domain.event.Metadata;
import io.traceops.domain.event.ServiceName;
import io.traceops.domain.event.Text;
import io.traceops.domain.event.Trigger;
import io.traceops.domain.fold.Entry;
import io.traceops.domain.fold.Entry.ErrorEntry;
import io.traceops.domain.fold.Entry.TriggerEntry;
import io.traceops.domain.grouping.Fingerprinter;
import io.traceops.domain.grouping.Grouping;
import io.traceops.domain.lifecycle.IssueIds;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Turns a draft into an entry for the fold, or says everything that is wrong with it at once. */
final class DraftValidator {
    /** How far ahead of the server's clock an event may claim to have happened. */
    static final Duration AHEAD_MAX = Duration.ofHours(24);

    private final Fingerprinter fingerprinter;
    private final EventIdSource ids;
    private final EventClock clock;
    private final IssueIds issueIds = new IssueIds();

    DraftValidator(Fingerprinter fingerprinter, EventIdSource ids, EventClock clock) {
        this.fingerprinter = fingerprinter;
        this.ids = ids;
        this.clock = clock;
    }

    /** What a draft turned out to be. */
    sealed interface Checked {
        record Valid(Entry entry) implements Checked {}

        record Invalid(List<Violation> violations) implements Checked {}
    }

    Checked check(EventDraft draft, long nowMicros) {
        List<Violation> violations = new ArrayList<>(draft.malformed());
        draft.id()
                .flatMap(DraftValidator::idProblem)
                .ifPresent(problem -> violations.add(new Violation("id", problem)));
        if (draft.type().isEmpty() && isAbsent(draft, "eventType")) {
            violations.add(new Violation("eventType", "is required: ERROR, DEPLOY or CONFIG_CHANGE"));
        }
        checkServiceName(draft, violations);
        checkTimestamp(draft, nowMicros, violations);
        draft.message().ifPresent(message -> checkMessage(message, violations));
        draft.metadata()
                .flatMap(Metadata::problemOf)
                .ifPresent(problem -> violations.add(new Violation("metadata", problem)));
        return violations.isEmpty()
                ? new Checked.Valid(
                        entry(event(draft, nowMicros), draft.timestampMicros().isPresent()))
                : new Checked.Invalid(violations);
    }

    private static Optional<String> idProblem(String id) {
        return EventId.problemOf(id)
                .or(() -> id.startsWith(EventId.DETECTED_PREFIX)
                        ? Optional.of(
                                "begins with " + EventId.DETECTED_PREFIX + ", as only deploys do that nobody sent")
                        : Optional.empty());
    }

    private static void checkServiceName(EventDraft draft, List<Violation> violations) {
        if (draft.serviceName().isEmpty()) {
            if (isAbsent(draft, "serviceName")) {
                violations.add(new Violation("serviceName", "is required"));
            }
            return;
        }
        ServiceName.problemOf(draft.serviceName().get())
                .ifPresent(problem -> violations.add(new Violation("serviceName", problem)));
    }

    private static void checkTimestamp(EventDraft draft, long nowMicros, List<Violation> violations) {
        draft.timestampMicros().ifPresent(timestamp -> {
            if (timestamp < 0) {
                violations.add(new Violation("timestamp", "is before 1970-01-01T00:00:00Z"));
            } else if (timestamp > nowMicros + AHEAD_MAX.toNanos() / 1_000) {
                violations.add(new Violation(
                        "timestamp", "is more than " + AHEAD_MAX.toHours() + " h ahead of the server's clock"));
            }
        });
    }

    private static void checkMessage(String message, List<Violation> violations) {
        if (message.length() > Event.MESSAGE_LENGTH_MAX) {
            violations.add(new Violation(
                    "message", "has " + message.length() + " characters, allowed 0 to " + Event.MESSAGE_LENGTH_MAX));
        } else {
            Text.problemOf(message).ifPresent(problem -> violations.add(new Violation("message", problem)));
        }
    }

    /** Whether the client left the field out, rather than filling it with something that could not be mapped. */
    private static boolean isAbsent(EventDraft draft, String field) {
        return draft.malformed().stream()
                .noneMatch(violation -> violation.field().equals(field));
    }

    private Event event(EventDraft draft, long nowMicros) {
        return Event.of(
                draft.type().orElseThrow(),
                draft.id().map(EventId::new).orElseGet(ids::next),
                new ServiceName(draft.serviceName().orElseThrow()),
                draft.timestampMicros().orElseGet(() -> clock.nextTimestampMicros(nowMicros)),
                draft.message().orElse(""),
                metadata(draft.metadata()));
    }

    private static Metadata metadata(Optional<JsonObject> object) {
        return object.filter(members -> !members.members().isEmpty())
                .map(Metadata::new)
                .orElse(Metadata.EMPTY);
    }

    private Entry entry(Event event, boolean timestampGiven) {
        return switch (event) {
            case ErrorEvent error -> {
                Grouping grouping = fingerprinter.group(error);
                yield new ErrorEntry(
                        error, timestampGiven, grouping, issueIds.of(error.service(), grouping.fingerprint()));
            }
            case Trigger trigger -> new TriggerEntry(trigger, timestampGiven);
        };
    }
}
