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
     * The one whose stack tells where the failure is. One without a stack cannot, so the next one towards the thrown one
     * stands in for it, or else any that has one.
     */
    Optional<SentryException> deciding() {
        if (thrownFirst.isEmpty()) {
            return Optional.empty();
        }
        int decides = platform.causeDecides() ? thrownFirst.size() - 1 : firstOfGroups();
        for (int i = decides; i >= 0; i--) {
            if (!thrownFirst.get(i).framesOldestFirst().isEmpty()) {
                return Optional.of(thrownFirst.get(i));
            }
        }
        return thrownFirst.stream()
                .filter(exception -> !exception.framesOldestFirst().isEmpty())
                .findFirst()
                .or(() -> Optional.of(thrownFirst.get(decides)));
    }

    /** The class of the innermost cause. */
    Optional<String> innermostType() {
        return thrownFirst.isEmpty()
                ? Optional.empty()
                : Optional.of(thrownFirst.getLast().type()).filter(type -> !type.isEmpty());
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

    /** Of a group in Python the first of the exceptions within, however deep: the group says who collected them. */
    private int firstOfGroups() {
        int at = 0;
        boolean descends = platform == Platform.PYTHON;
        while (descends && thrownFirst.get(at).isGroup()) {
            int member = firstMember(at);
            descends = member > at;
            at = Math.max(at, member);
        }
        return at;
    }

    private int firstMember(int group) {
        for (int i = group + 1; i < thrownFirst.size(); i++) {
            SentryException exception = thrownFirst.get(i);
            boolean isMember = exception.parentId().isPresent()
                    && exception.parentId().equals(thrownFirst.get(group).id());
            if (isMember) {
                return i;
            }
        }
        return group;
    }
}
