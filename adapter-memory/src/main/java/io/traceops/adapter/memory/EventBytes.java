package io.traceops.adapter.memory;

import io.traceops.domain.event.EventId;
import io.traceops.domain.event.EventType;
import io.traceops.domain.event.Moment;
import io.traceops.domain.lifecycle.IssueId;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Comparator;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/**
 * Reads single fields of a stored event, which is one array of bytes and never changes.
 *
 * <pre>
 *   0  timestamp, µs                       8 bytes
 *   8  received at, µs                     8
 *  16  type and which fields follow        1
 *  17  number of the service               4
 *  21  length of the id                    1
 *  22  issue id                           16, an error only
 *      key of the user                     8, an error whose user is known
 *      key of the route                    8, an error whose route is known
 *      id, ASCII                           as long as said
 *      message                             a text, see {@link ByteWriter#putText}
 *      metadata                            an object, see {@link JsonBytes}
 * </pre>
 *
 * The keys stand here so that the distinct users and routes can be counted again without reading the metadata.
 */
final class EventBytes {
    /** By time, then by id. */
    static final Comparator<byte[]> ORDER = EventBytes::compare;

    private static final int ERROR = 0;
    private static final int DEPLOY = 1;
    private static final int CONFIG_CHANGE = 2;
    private static final int TYPE_MASK = 0b0011;

    static final int HAS_USER = 0b0100;
    static final int HAS_ROUTE = 0b1000;

    private static final int RECEIVED_AT = 8;
    private static final int FLAGS = 16;
    private static final int SERVICE = 17;
    private static final int ID_LENGTH = 21;
    private static final int ISSUE = 22;
    private static final int ISSUE_LENGTH = 16;

    /** What the JVM puts before the elements of an array, and what it rounds the whole up to. */
    private static final int ARRAY_HEADER_BYTES = 16;

    private static final int HEAP_ALIGNMENT_BYTES = 8;

    private static final VarHandle LONG = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.BIG_ENDIAN);
    private static final VarHandle INT = MethodHandles.byteArrayViewVarHandle(int[].class, ByteOrder.BIG_ENDIAN);

    private EventBytes() {}

    static long timestampMicros(byte[] event) {
        return longAt(event, 0);
    }

    static long receivedAtMicros(byte[] event) {
        return longAt(event, RECEIVED_AT);
    }

    static EventType type(byte[] event) {
        int code = event[FLAGS] & TYPE_MASK;
        return switch (code) {
            case ERROR -> EventType.ERROR;
            case DEPLOY -> EventType.DEPLOY;
            case CONFIG_CHANGE -> EventType.CONFIG_CHANGE;
            default -> throw new IllegalStateException("not the code of an event type: " + code);
        };
    }

    static int codeOf(EventType type) {
        return switch (type) {
            case ERROR -> ERROR;
            case DEPLOY -> DEPLOY;
            case CONFIG_CHANGE -> CONFIG_CHANGE;
        };
    }

    static boolean isError(byte[] event) {
        return (event[FLAGS] & TYPE_MASK) == ERROR;
    }

    /** Names the service of an event that is not in any index yet. */
    static void setServiceNumber(byte[] event, int number) {
        INT.set(event, SERVICE, number);
    }

    /** The number that the {@link ServiceDirectory} gave to the service. */
    static int serviceNumber(byte[] event) {
        return (int) INT.get(event, SERVICE);
    }

    /** The issue of an error. */
    static IssueId issueId(byte[] error) {
        return new IssueId(longAt(error, ISSUE), longAt(error, ISSUE + Long.BYTES));
    }

    static OptionalLong userKey(byte[] event) {
        return has(event, HAS_USER) ? OptionalLong.of(longAt(event, ISSUE + ISSUE_LENGTH)) : OptionalLong.empty();
    }

    static OptionalLong routeKey(byte[] event) {
        int at = ISSUE + ISSUE_LENGTH + (has(event, HAS_USER) ? Long.BYTES : 0);
        return has(event, HAS_ROUTE) ? OptionalLong.of(longAt(event, at)) : OptionalLong.empty();
    }

    static Moment moment(byte[] event) {
        return new Moment(timestampMicros(event), id(event));
    }

    static EventId id(byte[] event) {
        return new EventId(new String(event, idFrom(event), idLength(event), StandardCharsets.ISO_8859_1));
    }

    static int idFrom(byte[] event) {
        int keys = (has(event, HAS_USER) ? Long.BYTES : 0) + (has(event, HAS_ROUTE) ? Long.BYTES : 0);
        return ISSUE + (isError(event) ? ISSUE_LENGTH : 0) + keys;
    }

    static int idLength(byte[] event) {
        return event[ID_LENGTH];
    }

    /** Orders the id of an event against another id, without making an object of it. */
    static int compareId(byte[] event, EventId other) {
        int from = idFrom(event);
        int length = idLength(event);
        String value = other.value();
        int common = Math.min(length, value.length());
        for (int i = 0; i < common; i++) {
            int order = event[from + i] - value.charAt(i);
            if (order != 0) {
                return order;
            }
        }
        return length - value.length();
    }

    /** Whether two are one array. A stored event is known by its array: an equal one elsewhere is another claim to its id. */
    @SuppressWarnings("ReferenceEquality")
    static boolean areSame(byte @Nullable [] a, byte[] b) {
        return a == b;
    }

    /** What the array takes on the heap, in bytes. */
    static int heapBytes(byte[] event) {
        int bytes = ARRAY_HEADER_BYTES + event.length;
        return Math.ceilDiv(bytes, HEAP_ALIGNMENT_BYTES) * HEAP_ALIGNMENT_BYTES;
    }

    private static int compare(byte[] a, byte[] b) {
        int byTime = Long.compare(timestampMicros(a), timestampMicros(b));
        if (byTime != 0) {
            return byTime;
        }
        int fromA = idFrom(a);
        int fromB = idFrom(b);
        return Arrays.compare(a, fromA, fromA + idLength(a), b, fromB, fromB + idLength(b));
    }

    private static boolean has(byte[] event, int flag) {
        return (event[FLAGS] & flag) != 0;
    }

    private static long longAt(byte[] event, int at) {
        return (long) LONG.get(event, at);
    }
}
