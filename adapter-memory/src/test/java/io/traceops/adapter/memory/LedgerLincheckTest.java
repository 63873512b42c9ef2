package io.traceops.adapter.memory;

import io.traceops.application.port.AppendResult;
import io.traceops.application.port.Receipt;
import io.traceops.application.port.ServiceReading;
import io.traceops.domain.event.ErrorEvent;
import io.traceops.domain.event.EventId;
import io.traceops.domain.event.Metadata;
import io.traceops.domain.event.ServiceName;
import io.traceops.domain.fold.Entry;
import java.util.List;
import org.jetbrains.lincheck.datastructures.IntGen;
import org.jetbrains.lincheck.datastructures.Operation;
import org.jetbrains.lincheck.datastructures.Param;
import org.jetbrains.lincheck.datastructures.StressOptions;
import org.junit.jupiter.api.Test;

/**
 * Tries random short programs of a few threads on one ledger, and holds what they saw against every order in which their
 * calls could have come one after the other.
 *
 * <p>Two ids and two services, so that nearly every call meets another one. By stress rather than by model checking, which
 * does not know the byte order views that the events are written with.
 */
@Param(name = "id", gen = IntGen.class, conf = "0:1")
@Param(name = "service", gen = IntGen.class, conf = "0:1")
public class LedgerLincheckTest {
    private final MemoryLedger ledger = Samples.ledger(new MemoryLimits(100, 100, 10, 10));

    @Operation
    public String append(@Param(name = "id") int id, @Param(name = "service") int service) {
        Receipt receipt = ledger.appendEach(List.of(error(id, service)), 0).getFirst();
        return receipt.getClass().getSimpleName();
    }

    @Operation
    public boolean appendBoth(@Param(name = "service") int service) {
        return ledger.appendAll(List.of(error(0, service), error(1, 1 - service)), 0) instanceof AppendResult.Appended;
    }

    @Operation
    public boolean delete(@Param(name = "id") int id) {
        return ledger.delete(new EventId("e" + id));
    }

    @Operation
    public String find(@Param(name = "id") int id) {
        return ledger.event(new EventId("e" + id))
                .map(stored -> stored.event().service().value())
                .orElse("none");
    }

    @Operation
    public long count(@Param(name = "service") int service) {
        return ledger.read(name(service), ServiceReading::eventCount).orElse(0L);
    }

    private static Entry error(int id, int service) {
        return Samples.entry(new ErrorEvent(new EventId("e" + id), name(service), 5, "Pool exhausted", Metadata.EMPTY));
    }

    private static ServiceName name(int service) {
        return new ServiceName("service " + service);
    }

    @Test
    void ledger_anyProgramOfAFewThreads_isLinearizable() {
        new StressOptions()
                .iterations(20)
                .invocationsPerIteration(500)
                .threads(3)
                .actorsPerThread(3)
                .check(LedgerLincheckTest.class);
    }
}
