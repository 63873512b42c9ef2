package io.traceops.domain.grouping.stack;

import java.util.Optional;

/**
 * A stack frame that the client sent as data. Lists of them are newest first.
 *
 * @param inApp what the client says of the frame; absent leaves the decision to the library list
 */
public record StructuredFrame(
        Optional<String> function, Optional<String> module, Optional<String> file, Optional<Boolean> inApp) {}
