package io.traceops.domain.fold;

import io.traceops.domain.event.Moment;
import io.traceops.domain.lifecycle.IssueId;
import io.traceops.domain.lifecycle.Occurrences;
import java.util.Optional;

/** The occurrences of an issue, looked up only if they are asked for: what is newest about an issue is known without them. */
record ViewedOccurrences(ServiceView view, IssueId issueId) implements Occurrences {
    @Override
    public Optional<Moment> firstFrom(Moment inclusive) {
        return view.occurrences(issueId).firstFrom(inclusive);
    }

    @Override
    public Optional<Moment> firstAfter(Moment exclusive) {
        return view.occurrences(issueId).firstAfter(exclusive);
    }

    @Override
    public Optional<Moment> lastBefore(Moment exclusive) {
        return view.occurrences(issueId).lastBefore(exclusive);
    }
}
