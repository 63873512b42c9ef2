package io.traceops.domain.grouping;

import java.util.List;
import java.util.Optional;

/**
 * What decides which issue an error belongs to: the canonical text of each part, and the fingerprint over them.
 *
 * @param algorithmVersion the version of the rules that made the parts; it is part of the fingerprint
 * @param message the canonical message part
 * @param frame the canonical frame part; empty if the error has no stack
 * @param route the canonical route part; empty if the error has no route
 * @param clientParts the parts that the client's own fingerprint puts in their place, among which {@code {{ default }}}
 *     stands for message, frame and route; absent if the client sent none
 * @param fingerprint the digest over the parts
 * @param family the digest over all parts but the route
 */
public record Grouping(
        int algorithmVersion,
        String message,
        String frame,
        String route,
        Optional<List<String>> clientParts,
        Fingerprint fingerprint,
        FamilyKey family) {
    public Grouping {
        clientParts = clientParts.map(List::copyOf);
    }

    /**
     * The first part that keeps the two apart, in the order of {@link GroupingPart}; empty exactly if they share a
     * fingerprint. Parts that the fingerprint does not read, because the client replaced them, are no difference.
     */
    public Optional<GroupingPart> firstDifference(Grouping other) {
        if (algorithmVersion != other.algorithmVersion) {
            return Optional.of(GroupingPart.VERSION);
        }
        if (!clientParts.equals(other.clientParts)) {
            return Optional.of(GroupingPart.CLIENT);
        }
        if (!readsDefaultParts()) {
            return Optional.empty();
        }
        if (!message.equals(other.message)) {
            return Optional.of(GroupingPart.MESSAGE);
        }
        if (!frame.equals(other.frame)) {
            return Optional.of(GroupingPart.FRAME);
        }
        return route.equals(other.route) ? Optional.empty() : Optional.of(GroupingPart.ROUTE);
    }

    /**
     * The grouping without what errors of one fingerprint may differ in: the parts that the client replaced. It is the
     * same for all of them, whichever came first.
     */
    public Grouping shared() {
        return readsDefaultParts()
                ? this
                : new Grouping(algorithmVersion, "", "", "", clientParts, fingerprint, family);
    }

    private boolean readsDefaultParts() {
        return clientParts.isEmpty() || clientParts.get().contains(ClientFingerprint.DEFAULT);
    }

    /** The frame as a value that may be absent. */
    public Optional<String> frameIfAny() {
        return frame.isEmpty() ? Optional.empty() : Optional.of(frame);
    }

    /** The route as a value that may be absent. */
    public Optional<String> routeIfAny() {
        return route.isEmpty() ? Optional.empty() : Optional.of(route);
    }
}
