package io.traceops.application.port;

import io.traceops.domain.event.Event;
import io.traceops.domain.fold.Entry;
import io.traceops.domain.fold.Entry.ErrorEntry;
import io.traceops.domain.lifecycle.IssueId;
import java.util.Optional;

/**
 * An event as a ledger keeps it.
 *
 * @param receivedAtMicros when it was stored, in microseconds since 1970-01-01T00:00:00Z; no rule reads it
 * @param issueId the issue that it was stored under; absent for a trigger
 */
public record StoredEvent(Event event, long receivedAtMicros, Optional<IssueId> issueId) {
    /** What an entry becomes once it is stored. */
    public static StoredEvent of(Entry entry, long receivedAtMicros) {
        Optional<IssueId> issueId = entry instanceof ErrorEntry error ? Optional.of(error.issueId()) : Optional.empty();
        return new StoredEvent(entry.event(), receivedAtMicros, issueId);
    }
}
