package io.traceops.adapter.memory;

import io.traceops.domain.correlation.TriggerRef;
import io.traceops.domain.lifecycle.IssueState;
import java.util.Collection;
import java.util.Collections;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;

/**
 * The next trigger of a service to be dropped, and the issues whose settled part awaits it.
 *
 * <p>Dropping it concerns all of them, and they can be a hundred thousand. So none is touched then: each knows this object,
 * which learns of the trigger once, and an issue's state is completed whenever it is read. Guarded by the shard's lock.
 */
final class AwaitedResolver {
    private Set<IssueEntry> issues = new HashSet<>();
    private Optional<TriggerRef> resolver = Optional.empty();

    /** The issues that still await. */
    Collection<IssueEntry> issues() {
        return Collections.unmodifiableSet(issues);
    }

    void add(IssueEntry issue) {
        issues.add(issue);
        issue.setAwaited(this);
    }

    void remove(IssueEntry issue) {
        issues.remove(issue);
    }

    /** The trigger was dropped. From now on nobody is added. */
    void settle(TriggerRef dropped) {
        resolver = Optional.of(dropped);
        issues = Set.of();
    }

    /** The state of an issue that was added here, with the trigger once it is known. */
    IssueState settled(IssueState awaiting) {
        return resolver.isEmpty()
                ? awaiting
                : awaiting.withSettled(awaiting.settled().resolvedBy(resolver.get()));
    }
}
