package io.traceops.adapter.memory;

import io.traceops.domain.event.ServiceName;
import java.util.BitSet;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.atomic.AtomicReferenceArray;

/**
 * A small number for each service, so that a {@link Segment} of stored events names its service in four bytes. The number
 * of a service that is gone is given to another one. Thread-safe; looking up takes no lock.
 */
final class ServiceNumbers {
    private final AtomicReferenceArray<Optional<ServiceName>> names;
    private final BitSet taken = new BitSet();

    ServiceNumbers(int servicesMax) {
        names = new AtomicReferenceArray<>(servicesMax);
        for (int number = 0; number < servicesMax; number++) {
            names.set(number, Optional.empty());
        }
    }

    /** Empty if there are as many services as there may be. */
    synchronized OptionalInt take(ServiceName name) {
        int number = taken.nextClearBit(0);
        if (number >= names.length()) {
            return OptionalInt.empty();
        }
        taken.set(number);
        names.set(number, Optional.of(name));
        return OptionalInt.of(number);
    }

    synchronized void release(int number) {
        taken.clear(number);
        names.set(number, Optional.empty());
    }

    /** Empty if no service has the number now. */
    Optional<ServiceName> name(int number) {
        return names.get(number);
    }
}
