package io.traceops.adapter.memory;

import io.traceops.adapter.memory.sketch.HllDistinctSketches;
import io.traceops.domain.fold.FoldPolicy;
import io.traceops.storage.contract.UseCasesContract;

class MemoryUseCasesTest extends UseCasesContract {
    MemoryUseCasesTest() {
        super(new MemoryLedger(MemoryLimits.DEFAULT, FoldPolicy.DEFAULT, new HllDistinctSketches(), _ -> {}));
    }
}
