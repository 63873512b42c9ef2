package io.traceops.architecture.planted.adapter.memory;

import io.traceops.architecture.planted.domain.LawfulValue;
import java.util.List;

public final class LawfulStore {
    private final List<LawfulValue> values;

    public LawfulStore(List<LawfulValue> values) {
        this.values = List.copyOf(values);
    }

    public int size() {
        return values.size();
    }
}
