package io.traceops.domain.fold;

import io.traceops.domain.event.ConfigChange;
import io.traceops.domain.event.Deploy;
import io.traceops.domain.event.ErrorEvent;
import io.traceops.domain.event.Event;
import io.traceops.domain.event.EventId;
import io.traceops.domain.event.Metadata;
import io.traceops.domain.event.ServiceName;
import io.traceops.domain.event.Trigger;
import io.traceops.domain.fold.Entry.ErrorEntry;
import io.traceops.domain.fold.Entry.TriggerEntry;
import io.traceops.domain.grouping.Fingerprinter;
import io.traceops.domain.grouping.GroupingPolicy;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** Makes events and histories for the tests of the fold. Times are small numbers of seconds, so that they often tie. */
public final class History {
    public static final ServiceName SERVICE = new ServiceName("checkout");
    private static final Fingerprinter FINGERPRINTER = new Fingerprinter(GroupingPolicy.DEFAULT);

    private History() {}

    public static Entry error(String id, long second, String message) {
        return entry(new ErrorEvent(new EventId(id), SERVICE, second * 1_000_000, message, Metadata.EMPTY));
    }

    public static Entry deploy(String id, long second) {
        return entry(new Deploy(new EventId(id), SERVICE, second * 1_000_000, "", Metadata.EMPTY));
    }

    public static Entry configChange(String id, long second) {
        return entry(new ConfigChange(new EventId(id), SERVICE, second * 1_000_000, "", Metadata.EMPTY));
    }

    public static Entry entry(Event event) {
        return switch (event) {
            case ErrorEvent error -> ErrorEntry.of(error, true, FINGERPRINTER.group(error));
            case Trigger trigger -> new TriggerEntry(trigger, true);
        };
    }

    /** Between 1 and {@code sizeMax} events of up to three kinds of errors and both kinds of triggers. */
    public static List<Entry> random(Random random, int sizeMax, int secondsMax) {
        int size = 1 + random.nextInt(sizeMax);
        List<Entry> entries = new ArrayList<>(size);
        for (int i = 0; i < size; i++) {
            // Ids in no relation to times, so that ties are broken both ways.
            String id = "e" + Integer.toHexString(random.nextInt()) + "-" + i;
            long second = random.nextInt(secondsMax);
            entries.add(
                    switch (random.nextInt(10)) {
                        case 0, 1 -> deploy(id, second);
                        case 2 -> configChange(id, second);
                        default -> error(id, second, "failure " + (char) ('a' + random.nextInt(3)));
                    });
        }
        return entries;
    }
}
