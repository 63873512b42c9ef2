package io.traceops.adapter.memory;

import io.traceops.adapter.memory.BoundNotices.Bound;
import io.traceops.domain.event.ServiceName;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.ConcurrentSkipListMap;

/**
 * The services by name: makes a shard for a new one, and takes it away once nothing is known of it any more.
 *
 * <p>A service whose events were all dropped and whose issues were all forgotten reads as if it did not exist, but its
 * horizon is kept for as long as there is room for another service: without it, an event from before the horizon would be
 * taken for the first. Thread-safe.
 */
final class ServiceDirectory {
    private final LedgerCore core;
    private final NavigableMap<ServiceName, ServiceShard> shards = new ConcurrentSkipListMap<>();

    ServiceDirectory(LedgerCore core) {
        this.core = core;
    }

    /** All shards in the order of their names; some may be empty. */
    Collection<ServiceShard> all() {
        return Collections.unmodifiableCollection(shards.values());
    }

    Optional<ServiceShard> find(ServiceName name) {
        return Optional.ofNullable(shards.get(name));
    }

    /** The service that an event says it belongs to; empty if there is none any more. */
    Optional<ServiceShard> ownerOf(EventBytes event) {
        return core.numbers().name(event.serviceNumber()).flatMap(this::find);
    }

    /** Takes the write lock of a service, new or known; empty if it would be one too many. */
    Optional<ServiceShard> enter(ServiceName name) {
        while (true) {
            Optional<ServiceShard> shard = find(name).or(() -> create(name));
            if (shard.isEmpty() || enter(shard.get())) {
                return shard;
            }
        }
    }

    /** Takes the write lock of a shard; false, and nothing is locked, if the shard is retired. */
    boolean enter(ServiceShard shard) {
        shard.writeLock().lock();
        if (shard.isRetired()) {
            shard.writeLock().unlock();
            return false;
        }
        return true;
    }

    /** Cleans up behind a writer, makes its work known, and gives the write lock back. */
    void leave(ServiceShard shard) {
        try {
            shard.content().clean();
        } finally {
            publishAndUnlock(shard);
        }
    }

    /** Leaves several services, all of them whatever happens on the way. */
    void leaveAll(List<ServiceShard> some) {
        List<RuntimeException> failures = new ArrayList<>();
        for (ServiceShard shard : some) {
            try {
                leave(shard);
            } catch (RuntimeException e) {
                failures.add(e);
            }
        }
        if (!failures.isEmpty()) {
            RuntimeException first = failures.removeFirst();
            failures.forEach(first::addSuppressed);
            throw first;
        }
    }

    private void publishAndUnlock(ServiceShard shard) {
        try {
            shard.publishFigures();
            if (shard.isBlank()) {
                retire(shard);
            }
        } finally {
            shard.writeLock().unlock();
        }
    }

    private void retire(ServiceShard shard) {
        shard.retire();
        shards.remove(shard.name(), shard);
        core.numbers().release(shard.number());
    }

    private synchronized Optional<ServiceShard> create(ServiceName name) {
        Optional<ServiceShard> rival = find(name);
        if (rival.isPresent()) {
            return rival;
        }
        OptionalInt number = core.numbers().take(name);
        if (number.isEmpty() && retireAnEmptyOne()) {
            number = core.numbers().take(name);
        }
        if (number.isEmpty()) {
            core.notices().reached(Bound.SERVICES, core.limits().servicesMax());
            return Optional.empty();
        }
        ServiceShard shard = new ServiceShard(core, name, number.getAsInt());
        shards.put(name, shard);
        return Optional.of(shard);
    }

    /**
     * Gives up a service of which only the horizon is left. The caller may hold locks of other services, so this waits for
     * none.
     */
    private boolean retireAnEmptyOne() {
        for (ServiceShard shard : shards.values()) {
            if (shard.figures().isEmpty() && shard.tryWriteLock()) {
                try {
                    if (!shard.isRetired() && shard.isEmpty()) {
                        retire(shard);
                        return true;
                    }
                } finally {
                    shard.writeLock().unlock();
                }
            }
        }
        return false;
    }
}
