package io.traceops.application.query;

import java.util.List;
import java.util.Optional;

/**
 * One page of a list.
 *
 * @param nextCursor where the next page begins; absent on the last page
 */
public record Page<T>(List<T> items, Optional<String> nextCursor) {
    /** How many items a page has unless asked otherwise. */
    public static final int LIMIT_DEFAULT = 100;

    /** The most items that a page can have. */
    public static final int LIMIT_MAX = 1_000;

    public Page {
        items = List.copyOf(items);
    }
}
