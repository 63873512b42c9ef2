package io.traceops.domain.event;

import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Remembers what was computed lately. What is asked for many times in a row, such as the reading of a stack that one error
 * is reported with again and again, is then computed once. The computation must depend on nothing but the key, so that
 * remembering changes no answer.
 *
 * <p>A table of small sets of places, as in a processor's cache: a key takes a free place of its set, or that of a key that
 * was there before. So nothing grows, and nobody can do more harm than to have things computed again. The caller bounds how
 * large a key and a value may be. Thread-safe without a lock: a reader that misses what another thread has just written
 * computes it itself.
 *
 * @param <K> immutable, and so is {@code V}: both are handed between threads without any other care
 */
public final class Memo<K, V> {
    private static final int SETS_LOG2 = 10;
    private static final int PLACES_PER_SET = 4;

    /** How many keys are remembered at most. */
    public static final int PLACES = PLACES_PER_SET << SETS_LOG2;

    /** Leaves the bits that number a set. */
    private static final int SET_SHIFT = Integer.SIZE - SETS_LOG2;

    /** An odd number without a pattern: the hashes of alike texts differ in their low bits alone. */
    private static final int SPREAD = 0x9e3779b9;

    private final @Nullable Known<K, V>[] places;

    private record Known<K, V>(K key, V value) {}

    @SuppressWarnings({"unchecked", "rawtypes"}) // An array of a generic type cannot be made otherwise.
    public Memo() {
        places = new Known[PLACES];
    }

    /** @param compute gives the value of a key that is not remembered */
    public V get(K key, Function<? super K, ? extends V> compute) {
        int hash = key.hashCode() * SPREAD;
        int first = (hash >>> SET_SHIFT) * PLACES_PER_SET;
        int free = first + (hash & (PLACES_PER_SET - 1));
        for (int place = first; place < first + PLACES_PER_SET; place++) {
            Known<K, V> known = places[place];
            if (known == null) {
                free = place;
            } else if (known.key.equals(key)) {
                return known.value;
            }
        }
        V value = compute.apply(key);
        places[free] = new Known<>(key, value);
        return value;
    }
}
