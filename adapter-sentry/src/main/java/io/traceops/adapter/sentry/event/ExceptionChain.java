package io.traceops.adapter.sentry.event;

import io.traceops.adapter.sentry.json.Fields;
import io.traceops.domain.event.JsonValue;
import io.traceops.domain.event.JsonValue.JsonArray;
import io.traceops.domain.event.JsonValue.JsonObject;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/**
 * An exception and its causes.
 *
 * @param thrownFirst the one that was thrown first, the innermost cause last; without suppressed ones and their causes
 * @param platform what they were thrown on
 */
record ExceptionChain(List<SentryException> thrownFirst, Platform platform) {
    /** The most exceptions of a chain that are looked at: those thrown last, and then those at its beginning. */
    private static final int LENGTH_MAX = 1_024;

    /** The most exceptions that are told of. */
    private static final int SUMMARY_LENGTH_MAX = 10;

    ExceptionChain {
        thrownFirst = List.copyOf(thrownFirst);
    }

    static ExceptionChain of(SentryEvent event) {
        Platform platform = event.platform();
        List<JsonObject> causesFirst = event.member("exception", "sentry.interfaces.Exception")
                .map(ExceptionChain::values)
                .orElse(List.of());
        List<SentryException> thrownFirst = new ArrayList<>();
        Set<Long> suppressedIds = new HashSet<>();
        for (JsonObject value :
                causesFirst.reversed().stream().limit(LENGTH_MAX).toList()) {
            SentryException exception = SentryException.of(value, platform);
            // Whatever an exception leads to comes before it in the list, so here after it.
            boolean isSuppressed = exception.isSuppressed()
                    || (exception.parentId().isPresent()
                            && suppressedIds.contains(exception.parentId().getAsLong()));
            if (!isSuppressed) {
                thrownFirst.add(exception);
            } else if (exception.id().isPresent()) {
                suppressedIds.add(exception.id().getAsLong());
            }
        }
        return new ExceptionChain(thrownFirst, platform);
    }

    /** {@code {values: […]}}, a list, or one exception alone. */
    private static List<JsonObject> values(JsonValue exception) {
        if (!(exception instanceof JsonObject object)) {
            return Fields.objects(Fields.elements(exception));
        }
        return object.member("values")
                .map(values -> Fields.objects(Fields.elements(values)))
                .orElse(List.of(object));
    }

    /** The one that was thrown. */
    Optional<SentryException> thrown() {
        return thrownFirst.stream().findFirst();
    }

    /**
     * The one whose stack tells where the failure is: the root cause. If that has no frame of the service's own code, which
     * is all that tells one failure from another, the nearest one towards the thrown one that has stands in for it; and if
     * none has, the nearest one with any frame.
     */
    Optional<SentryException> deciding() {
        return thrownFirst.isEmpty()
                ? Optional.empty()
                : Optional.of(nearest(SentryException::hasOwnFrame)
                        .or(() -> nearest(
                                exception -> !exception.framesOldestFirst().isEmpty()))
                        .orElseGet(() -> thrownFirst.get(rootCause())));
    }

    /** The root cause if it is such, else the nearest one towards the thrown one that is. */
    private Optional<SentryException> nearest(Predicate<SentryException> wanted) {
        List<SentryException> rootFirst =
                thrownFirst.subList(0, rootCause() + 1).reversed();
        return rootFirst.stream().filter(wanted).findFirst();
    }

    /** The class of the root cause. */
    Optional<String> innermostType() {
        return thrownFirst.isEmpty()
                ? Optional.empty()
                : Optional.of(thrownFirst.get(rootCause()).type()).filter(type -> !type.isEmpty());
    }

    /** The classes and messages of the chain, the thrown one first; absent unless there are causes to tell of. */
    Optional<JsonArray> summary() {
        return thrownFirst.size() < 2
                ? Optional.empty()
                : Optional.of(new JsonArray(thrownFirst.stream()
                        .limit(SUMMARY_LENGTH_MAX)
                        .<JsonValue>map(SentryException::summary)
                        .toList()));
    }

    /**
     * Where the chain of causes ends. An exception can stand for a group; then the first of those within goes on with the
     * chain. Where the SDK does not say what led to what, each in the list was caused by the next one.
     */
    private int rootCause() {
        if (thrownFirst.getFirst().id().isEmpty()) {
            return thrownFirst.size() - 1;
        }
        int at = 0;
        for (int i = 1; i < thrownFirst.size(); i++) {
            boolean isNext = thrownFirst.get(i).parentId().isPresent()
                    && thrownFirst.get(i).parentId().equals(thrownFirst.get(at).id());
            at = isNext ? i : at;
        }
        return at;
    }
}
