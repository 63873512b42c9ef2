package io.traceops.adapter.memory;

import io.traceops.adapter.memory.BoundNotices.Bound;
import io.traceops.domain.event.ServiceName;
import java.util.Collection;
import java.util.Collections;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.ConcurrentSkipListMap;

/** The services by name: makes a shard for a new one, and takes it away once nothing is stored of it. Thread-safe. */
final class ServiceDirectory {
    private final LedgerCore core;
    private final NavigableMap<ServiceName, ServiceShard> shards = new ConcurrentSkipListMap<>();

    ServiceDirectory(LedgerCore core) {
        this.core = core;
    }

    /** All shards in the order of their names; some may be empty for the moment. */
    Collection<ServiceShard> all() {
        return Collections.unmodifiableCollection(shards.values());
    }

    Optional<ServiceShard> find(ServiceName name) {
        return Optional.ofNullable(shards.get(name));
    }

    /** The service that an event says it belongs to; empty if there is none any more. */
    Optional<ServiceShard> ownerOf(byte[] event) {
        return core.numbers().name(EventBytes.serviceNumber(event)).flatMap(this::find);
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

    /** Gives the write lock back. */
    void leave(ServiceShard shard) {
        try {
            shard.publishFigures();
            if (shard.figures().isEmpty()) {
                shard.retire();
                shards.remove(shard.name(), shard);
                core.numbers().release(shard.number());
            }
        } finally {
            shard.writeLock().unlock();
        }
    }

    private synchronized Optional<ServiceShard> create(ServiceName name) {
        Optional<ServiceShard> rival = find(name);
        if (rival.isPresent()) {
            return rival;
        }
        OptionalInt number = core.numbers().take(name);
        if (number.isEmpty()) {
            core.notices().reached(Bound.SERVICES, core.limits().servicesMax());
            return Optional.empty();
        }
        ServiceShard shard = new ServiceShard(core, name, number.getAsInt());
        shards.put(name, shard);
        return Optional.of(shard);
    }
}
