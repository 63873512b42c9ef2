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
 * A stored event: where its bytes are, and what single fields of them say. The bytes never change, so an event that was
 * found once can be read by anybody, even after it is gone. Two of these are the same event if they are in the same place:
 * an equal one elsewhere is another claim to its id.
 *
 * <pre>
 *   0  length of the whole                  4 bytes
 *   4  timestamp, µs                        8
 *  12  received at, µs                      8
 *  20  type and which fields follow         1
 *  21  length of the id                     1
 *  22  issue id                            16, an error only
 *      key of the user                      8, an error whose user is known
 *      key of the route                     8, an error whose route is known
 *      id, ASCII                            as long as said
 *      message                              a text, see {@link ByteWriter#putText}
 *      metadata                             an object, see {@link JsonBytes}
 * </pre>
 *
 * The keys stand here so that the distinct users and routes can be counted again without reading the metadata. The service
 * is known from the {@link Segment}. Thread-safe.
 */
final class EventBytes {
    /** By time, then by id. */
    static final Comparator<EventBytes> ORDER = EventBytes::compare;

    private static final int ERROR = 0;
    private static final int DEPLOY = 1;
    private static final int CONFIG_CHANGE = 2;
    private static final int TYPE_MASK = 0b0011;

    static final int HAS_USER = 0b0100;
    static final int HAS_ROUTE = 0b1000;

    private static final int TIMESTAMP = 4;
    private static final int RECEIVED_AT = 12;
    private static final int FLAGS = 20;
    private static final int ID_LENGTH = 21;
    private static final int ISSUE = 22;
    private static final int ISSUE_LENGTH = 16;

    private static final VarHandle LONG = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.BIG_ENDIAN);
    private static final VarHandle INT = MethodHandles.byteArrayViewVarHandle(int[].class, ByteOrder.BIG_ENDIAN);

    private final Segment segment;
    private final byte[] array;
    private final int from;

    /** To be made while the segment is known to be open. */
    EventBytes(Segment segment, int from) {
        this.segment = segment;
        this.array = segment.bytes();
        this.from = from;
    }

    Segment segment() {
        return segment;
    }

    /** The bytes of the segment; this event begins at {@link #from}. */
    byte[] array() {
        return array;
    }

    int from() {
        return from;
    }

    /** What the {@link Segments} find it by, for as long as it is stored. */
    long address() {
        return (long) segment.number() << Integer.SIZE | from;
    }

    int length() {
        return (int) INT.get(array, from);
    }

    long timestampMicros() {
        return longAt(TIMESTAMP);
    }

    long receivedAtMicros() {
        return longAt(RECEIVED_AT);
    }

    EventType type() {
        int code = array[from + FLAGS] & TYPE_MASK;
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

    boolean isError() {
        return (array[from + FLAGS] & TYPE_MASK) == ERROR;
    }

    /** The number that the {@link ServiceDirectory} gave to the service. */
    int serviceNumber() {
        return segment.service();
    }

    /** The issue of an error. */
    IssueId issueId() {
        return new IssueId(longAt(ISSUE), longAt(ISSUE + Long.BYTES));
    }

    OptionalLong userKey() {
        return has(HAS_USER) ? OptionalLong.of(longAt(ISSUE + ISSUE_LENGTH)) : OptionalLong.empty();
    }

    OptionalLong routeKey() {
        int at = ISSUE + ISSUE_LENGTH + (has(HAS_USER) ? Long.BYTES : 0);
        return has(HAS_ROUTE) ? OptionalLong.of(longAt(at)) : OptionalLong.empty();
    }

    Moment moment() {
        return new Moment(timestampMicros(), id());
    }

    EventId id() {
        return new EventId(new String(array, idFrom(), idLength(), StandardCharsets.ISO_8859_1));
    }

    /** Where the id begins in the {@link #array}. */
    int idFrom() {
        int keys = (has(HAS_USER) ? Long.BYTES : 0) + (has(HAS_ROUTE) ? Long.BYTES : 0);
        return from + ISSUE + (isError() ? ISSUE_LENGTH : 0) + keys;
    }

    int idLength() {
        return array[from + ID_LENGTH];
    }

    /** Reads what follows the id. */
    ByteReader content() {
        return new ByteReader(array, idFrom() + idLength());
    }

    /** Orders the id against another one, without making an object of it. */
    int compareId(EventId other) {
        int idFrom = idFrom();
        int length = idLength();
        String value = other.value();
        int common = Math.min(length, value.length());
        for (int i = 0; i < common; i++) {
            int order = array[idFrom + i] - value.charAt(i);
            if (order != 0) {
                return order;
            }
        }
        return length - value.length();
    }

    boolean hasId(byte[] id, int idFrom, int length) {
        int ownFrom = idFrom();
        return Arrays.equals(array, ownFrom, ownFrom + idLength(), id, idFrom, idFrom + length);
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof EventBytes event && segment == event.segment && from == event.from;
    }

    @Override
    public int hashCode() {
        return Long.hashCode(address());
    }

    @Override
    public String toString() {
        return "event " + id();
    }

    private static int compare(EventBytes a, EventBytes b) {
        int byTime = Long.compare(a.timestampMicros(), b.timestampMicros());
        if (byTime != 0) {
            return byTime;
        }
        int fromA = a.idFrom();
        int fromB = b.idFrom();
        return Arrays.compare(a.array, fromA, fromA + a.idLength(), b.array, fromB, fromB + b.idLength());
    }

    private boolean has(int flag) {
        return (array[from + FLAGS] & flag) != 0;
    }

    private long longAt(int at) {
        return (long) LONG.get(array, from + at);
    }
}
