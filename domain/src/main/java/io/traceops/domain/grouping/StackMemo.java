package io.traceops.domain.grouping;

import io.traceops.domain.grouping.stack.TopFrame;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Remembers the top frames of stacks that were read lately. One error is reported many times with the very same stack, and
 * reading a stack costs more than all else about an error, so most of them are read once. What a stack is read as depends
 * on nothing but its text and the policy; remembering it changes no answer.
 *
 * <p>A table of small sets of places, as in a processor's cache: a stack takes a free place of its set, or that of a stack
 * that was there before. So nothing grows, and nobody can do more harm than to have stacks read again. Thread-safe without
 * a lock: a reader that misses what another thread has just written reads the stack itself.
 */
final class StackMemo {
    private static final int SETS = 1024;
    private static final int PLACES_PER_SET = 4;

    /** Leaves the bits that number a set. */
    private static final int SET_SHIFT = Integer.SIZE - 10;

    /** An odd number without a pattern: the hashes of alike texts differ in their low bits alone. */
    private static final int SPREAD = 0x9e3779b9;

    /** Longer stacks are read each time: at most 16 MiB are remembered, were all of this length. */
    private static final int LENGTH_MAX = 4096;

    private final @Nullable Read[] places = new Read[SETS * PLACES_PER_SET];

    /** Immutable, since it is handed between threads without any other care. */
    private record Read(String stack, Optional<TopFrame> top) {}

    /** @param reader reads a stack that is not remembered */
    Optional<TopFrame> topFrame(String stack, Function<? super String, Optional<TopFrame>> reader) {
        if (stack.length() > LENGTH_MAX) {
            return reader.apply(stack);
        }
        int hash = stack.hashCode() * SPREAD;
        int first = (hash >>> SET_SHIFT) * PLACES_PER_SET;
        int free = first + (hash & (PLACES_PER_SET - 1));
        for (int place = first; place < first + PLACES_PER_SET; place++) {
            Read known = places[place];
            if (known == null) {
                free = place;
            } else if (known.stack().equals(stack)) {
                return known.top();
            }
        }
        Optional<TopFrame> top = reader.apply(stack);
        places[free] = new Read(stack, top);
        return top;
    }
}
