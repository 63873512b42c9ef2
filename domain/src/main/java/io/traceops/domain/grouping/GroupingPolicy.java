package io.traceops.domain.grouping;

import io.traceops.domain.grouping.stack.DefaultLibraries;
import io.traceops.domain.grouping.stack.LibraryList;

/**
 * The choices that grouping leaves to whoever runs it. Two policies give two sets of fingerprints: changing one
 * regroups what arrives from then on.
 *
 * @param libraries which frames are not the application's own
 */
public record GroupingPolicy(MessageMode message, LibraryList libraries) {
    /**
     * The version of the rules in this package. It enters every fingerprint and rises when a part is read otherwise.
     */
    public static final int ALGORITHM_VERSION = 1;

    /** Templates of messages, and the well-known libraries. */
    public static final GroupingPolicy DEFAULT = new GroupingPolicy(MessageMode.TEMPLATE, new DefaultLibraries());
}
