package io.traceops.benchmarks;

import io.traceops.domain.event.Deploy;
import io.traceops.domain.event.ErrorEvent;
import io.traceops.domain.event.EventId;
import io.traceops.domain.event.JsonValue;
import io.traceops.domain.event.JsonValue.JsonObject;
import io.traceops.domain.event.JsonValue.JsonString;
import io.traceops.domain.event.Metadata;
import io.traceops.domain.event.ServiceName;
import io.traceops.domain.fold.Entry;
import io.traceops.domain.fold.Entry.ErrorEntry;
import io.traceops.domain.fold.Entry.TriggerEntry;
import io.traceops.domain.grouping.Fingerprinter;
import io.traceops.domain.grouping.GroupingPolicy;
import java.util.LinkedHashMap;
import java.util.Map;

/** Events of about 300 bytes of JSON, numbered, so that every run measures the same ones. */
public final class SampleEvents {
    public static final Fingerprinter FINGERPRINTER = new Fingerprinter(GroupingPolicy.DEFAULT);
    /** Over how many services samples are spread. */
    public static final int SERVICES = 20;

    static final long START_MICROS = 1_772_000_000_000_000L;

    private SampleEvents() {}

    /** The n-th error of a service, of one of a number of kinds. */
    public static ErrorEvent error(String service, long n, long kinds, long timestampMicros) {
        Map<String, JsonValue> members = new LinkedHashMap<>();
        members.put(
                "stack",
                new JsonString("Error: boom\n    at close" + n % kinds + " (/app/dist/cart/service.js:88:17)"
                        + "\n    at handle (/app/dist/cart/controller.js:41:9)"));
        members.put("userId", new JsonString("user-" + n % 5_000));
        return new ErrorEvent(
                new EventId("event-" + service + "-" + n),
                new ServiceName(service),
                timestampMicros,
                "Payment " + n + " failed: gateway answered after 1250 ms",
                new Metadata(new JsonObject(members)));
    }

    public static Entry entry(ErrorEvent error) {
        return ErrorEntry.of(error, true, FINGERPRINTER.group(error));
    }

    static Entry deploy(String service, long n, long timestampMicros) {
        return new TriggerEntry(
                new Deploy(
                        new EventId("deploy-" + service + "-" + n),
                        new ServiceName(service),
                        timestampMicros,
                        "",
                        Metadata.EMPTY),
                true);
    }
}
