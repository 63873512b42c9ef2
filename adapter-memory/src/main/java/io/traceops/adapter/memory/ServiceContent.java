package io.traceops.adapter.memory;

import io.traceops.application.port.TransitionNotice;
import io.traceops.domain.event.ServiceName;
import io.traceops.domain.fold.Change;
import io.traceops.domain.fold.Change.EventAppended;
import io.traceops.domain.fold.Change.EventRemoved;
import io.traceops.domain.fold.Change.EventSettled;
import io.traceops.domain.fold.Change.IssueOpened;
import io.traceops.domain.fold.Change.IssueRemoved;
import io.traceops.domain.fold.Change.IssueUpdated;
import io.traceops.domain.fold.Change.ResolverSettled;
import io.traceops.domain.fold.Change.TransitionAdded;
import io.traceops.domain.fold.Change.TransitionRetracted;
import io.traceops.domain.fold.Step;
import io.traceops.domain.fold.Stored;
import io.traceops.domain.fold.Stored.StoredError;
import io.traceops.domain.fold.Stored.StoredTrigger;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Everything that is stored of one service, and how each change of the fold alters it. Guarded by the shard's lock. */
final class ServiceContent {
    private final LedgerCore core;
    private final EventLog log;
    private final ServiceEvents events;
    private final ServiceIssues issues;
    private final ServiceTriggers triggers;
    private long horizonMicros;

    ServiceContent(LedgerCore core, ServiceName service, int number) {
        this.core = core;
        this.log = new EventLog(core.segments(), number);
        this.events = new ServiceEvents(core.segments());
        this.issues = new ServiceIssues(core.segments(), core::newCounter);
        this.triggers = new ServiceTriggers(service, events, core.policy().correlation());
    }

    EventLog log() {
        return log;
    }

    ServiceEvents events() {
        return events;
    }

    ServiceIssues issues() {
        return issues;
    }

    ServiceTriggers triggers() {
        return triggers;
    }

    long horizonMicros() {
        return horizonMicros;
    }

    /** Writes an event down and takes its id; empty, and nothing is stored, if another event has it. */
    Optional<EventBytes> claim(Pending event) {
        EventBytes written = log.append(event);
        if (core.ids().putIfAbsent(written)) {
            return Optional.of(written);
        }
        log.retract(written);
        return Optional.empty();
    }

    /** A stored event in the form in which the fold takes it out again. */
    Stored stored(EventBytes event) {
        return event.isError()
                ? new StoredError(event.moment(), event.issueId())
                : new StoredTrigger(triggers.decode(event));
    }

    /**
     * Carries out a step, then tells of its transitions.
     *
     * @param event the one event that the step is about
     */
    void apply(Step step, EventBytes event) {
        apply(step, event, null);
    }

    /**
     * Carries out a step that removes an event, and hands its id on.
     *
     * @param successor what is to have the event's id; it does not take its place among the events yet
     */
    void replace(Step removal, EventBytes event, EventBytes successor) {
        apply(removal, event, successor);
    }

    private void apply(Step step, EventBytes event, @Nullable EventBytes successor) {
        List<TransitionNotice> notices = List.of();
        for (Change change : step.changes()) {
            Optional<TransitionNotice> notice = apply(change, event, successor);
            if (notice.isPresent()) {
                notices = notices.isEmpty() ? new ArrayList<>() : notices;
                notices.add(notice.get());
            }
        }
        if (!notices.isEmpty()) {
            core.listener().transitioned(notices);
        }
    }

    /** Says what is to be told of the change, once the whole step is carried out. */
    private Optional<TransitionNotice> apply(Change change, EventBytes event, @Nullable EventBytes successor) {
        switch (change) {
            case IssueOpened opened -> {
                issues.open(opened.state());
                core.issueServices().put(opened.state().id(), opened.state().service());
            }
            case IssueUpdated updated -> issues.update(updated.state());
            case IssueRemoved removed -> {
                issues.remove(removed.issueId());
                core.issueServices().remove(removed.issueId());
            }
            case EventAppended _ -> {
                events.add(event);
                if (event.isError()) {
                    issues.addOccurrence(event);
                }
            }
            case EventRemoved _ -> {
                takeOut(event, successor);
                if (event.isError()) {
                    issues.removeOccurrence(event);
                }
                log.release(event);
            }
            case EventSettled settled -> settle(settled, event);
            case ResolverSettled resolver -> issues.resolverSettled(resolver.resolver());
            case TransitionAdded added -> {
                return Optional.of(new TransitionNotice(added.state(), added.transition(), false));
            }
            case TransitionRetracted gone -> {
                return Optional.of(new TransitionNotice(gone.state(), gone.transition(), true));
            }
        }
        return Optional.empty();
    }

    private void settle(EventSettled settled, EventBytes event) {
        takeOut(event, null);
        switch (settled.event()) {
            case StoredError _ -> issues.settleOccurrence(event);
            case StoredTrigger dropped -> triggers.retain(dropped.trigger());
        }
        log.release(event);
        horizonMicros = Math.max(horizonMicros, settled.horizonMicros());
        triggers.forgetBehind(horizonMicros);
    }

    private void takeOut(EventBytes event, @Nullable EventBytes successor) {
        events.remove(event);
        triggers.forgetDecoded(event);
        if (successor == null) {
            core.ids().remove(event);
        } else {
            core.ids().replace(event, successor);
        }
    }

    /** Gives room back that events have left between others; see {@link EventLog}. A little at a time. */
    void clean() {
        log.clean(core.ids()::holds, this::moved);
    }

    private void moved(EventBytes event, EventBytes to) {
        core.ids().replace(event, to);
        events.replace(event, to);
        if (event.isError()) {
            issues.replaceOccurrence(event, to);
        }
        triggers.forgetDecoded(event);
    }

    /** Gives an issue up for room. */
    void forget(IssueEntry dormant) {
        issues.forget(dormant);
        core.issueServices().remove(dormant.id());
    }
}
