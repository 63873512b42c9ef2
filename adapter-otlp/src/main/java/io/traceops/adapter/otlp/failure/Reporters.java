package io.traceops.adapter.otlp.failure;

import io.traceops.adapter.otlp.wire.MalformedExport;
import io.traceops.adapter.otlp.wire.Origin;
import java.util.Optional;

/** Remembers the reporter of the last record, since records of one come together. Not thread-safe. */
final class Reporters {
    private Optional<Reporter> last = Optional.empty();

    Reporter of(Origin origin) throws MalformedExport {
        Optional<Reporter> known = last.filter(reporter -> isOf(reporter, origin));
        if (known.isPresent()) {
            return known.get();
        }
        Reporter reporter = Reporter.of(origin.resource());
        last = Optional.of(reporter);
        return reporter;
    }

    /** One resource is one object for all of its records: to compare what they say would cost more than it saves. */
    @SuppressWarnings("ReferenceEquality")
    private static boolean isOf(Reporter reporter, Origin origin) {
        return reporter.attributes() == origin.resource();
    }
}
