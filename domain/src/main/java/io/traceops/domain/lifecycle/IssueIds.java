package io.traceops.domain.lifecycle;

import io.traceops.domain.event.Memo;
import io.traceops.domain.event.ServiceName;
import io.traceops.domain.grouping.Fingerprint;
import org.jspecify.annotations.Nullable;

/** Gives the ids of issues, and remembers those of the issues that occurred lately. Thread-safe. */
public final class IssueIds {
    private final Memo<Source, IssueId> known;

    /** None is known yet. */
    public IssueIds() {
        known = new Memo<>();
    }

    /** What an id is derived from. */
    private record Source(ServiceName service, Fingerprint fingerprint) {
        IssueId id() {
            return IssueId.of(service, fingerprint);
        }

        // By hand, since they are asked for with every error, and what a record generates is slower.
        @Override
        public boolean equals(@Nullable Object other) {
            return other instanceof Source source
                    && fingerprint.equals(source.fingerprint)
                    && service.equals(source.service);
        }

        @Override
        public int hashCode() {
            return service.hashCode() + (int) fingerprint.word0();
        }
    }

    /** The same as {@link IssueId#of}. */
    public IssueId of(ServiceName service, Fingerprint fingerprint) {
        return known.get(new Source(service, fingerprint), Source::id);
    }
}
