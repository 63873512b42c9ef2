package io.traceops.adapter.memory;

import io.traceops.domain.event.EventId;
import io.traceops.domain.fold.Entry;
import java.util.Optional;
import java.util.function.BiFunction;

/**
 * Finds the event that is really stored under an id, in whatever service.
 *
 * <p>The {@link IdTable} alone does not tell: what it has may be a claim. Once the lock of the service that a claim names
 * is held, its writer has either stored the event or given the id up. And an event that was found may be in another place by
 * then, since its service was cleaned; it is found there again. So a thread asks here only while it holds no lock
 * of a service. Thread-safe.
 */
final class EventFinder {
    private final IdTable ids;
    private final ServiceDirectory directory;

    EventFinder(IdTable ids, ServiceDirectory directory) {
        this.ids = ids;
        this.directory = directory;
    }

    /** Asks a question about a stored event under the read lock of its service; empty if there is no such event. */
    <R> Optional<R> read(EventId id, BiFunction<ServiceShard, EventBytes, R> question) {
        for (Optional<EventBytes> event = ids.find(id); event.isPresent(); event = ids.find(id)) {
            Optional<R> answer = read(event.get(), question);
            if (answer.isPresent()) {
                return answer;
            }
        }
        return Optional.empty();
    }

    private <R> Optional<R> read(EventBytes event, BiFunction<ServiceShard, EventBytes, R> question) {
        Optional<ServiceShard> owner = directory.ownerOf(event);
        if (owner.isEmpty()) {
            return Optional.empty();
        }
        ServiceShard shard = owner.get();
        shard.readLock().lock();
        try {
            return ids.holds(event) ? Optional.of(question.apply(shard, event)) : Optional.empty();
        } finally {
            shard.readLock().unlock();
        }
    }

    boolean delete(EventId id) {
        for (Optional<EventBytes> event = ids.find(id); event.isPresent(); event = ids.find(id)) {
            if (delete(event.get())) {
                return true;
            }
        }
        return false;
    }

    private boolean delete(EventBytes event) {
        Optional<ServiceShard> owner = directory.ownerOf(event).filter(directory::enter);
        if (owner.isEmpty()) {
            return false;
        }
        ServiceShard shard = owner.get();
        try {
            boolean stored = ids.holds(event);
            if (stored) {
                shard.delete(event);
            }
            return stored;
        } finally {
            directory.leave(shard);
        }
    }

    /** Whether an event of another service has the id of this one. */
    boolean isTaken(Entry entry) {
        return read(
                        entry.event().id(),
                        (owner, _) -> !owner.name().equals(entry.event().service()))
                .orElse(false);
    }
}
