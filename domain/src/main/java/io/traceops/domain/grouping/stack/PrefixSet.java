package io.traceops.domain.grouping.stack;

import java.util.Collection;
import java.util.TreeSet;

/**
 * Prefixes that are looked up in one binary search, however many there are. Immutable.
 *
 * <p>An entry that begins with another entry adds nothing and is left out. What remains has a useful property: if any
 * entry is a prefix of a text, it is the greatest entry that is not greater than the text. For any entry between the
 * two would begin with that prefix.
 */
final class PrefixSet {
    private final String[] sorted;

    PrefixSet(Collection<String> prefixes) {
        TreeSet<String> kept = new TreeSet<>();
        for (String prefix : new TreeSet<>(prefixes)) {
            String before = kept.floor(prefix);
            if (!prefix.isBlank() && (before == null || !prefix.startsWith(before))) {
                kept.add(prefix);
            }
        }
        sorted = kept.toArray(String[]::new);
    }

    /** Whether the text, read from an index on, begins with one of the prefixes. */
    boolean covers(String text, int from) {
        int low = 0;
        int high = sorted.length - 1;
        while (low <= high) {
            int middle = (low + high) >>> 1;
            int order = compare(sorted[middle], text, from);
            if (order == 0) {
                return true;
            }
            if (order < 0) {
                low = middle + 1;
            } else {
                high = middle - 1;
            }
        }
        return false;
    }

    /** Zero if the prefix is one of the text's, else the order of the two. */
    private static int compare(String prefix, String text, int from) {
        int length = Math.min(prefix.length(), text.length() - from);
        for (int index = 0; index < length; index++) {
            int order = Character.compare(prefix.charAt(index), text.charAt(from + index));
            if (order != 0) {
                return order;
            }
        }
        return prefix.length() - length;
    }
}
