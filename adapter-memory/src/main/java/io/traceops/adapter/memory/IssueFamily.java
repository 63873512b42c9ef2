package io.traceops.adapter.memory;

import io.traceops.domain.grouping.FamilyKey;
import io.traceops.domain.impact.DistinctCount;
import io.traceops.domain.impact.DistinctCounter;
import io.traceops.domain.lifecycle.IssueId;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;

/** The issues of one service that are one error met on several routes, and the routes that it was met on. */
final class IssueFamily {
    private static final Comparator<IssueEntry> BY_ID = Comparator.comparing(IssueEntry::id);

    private final FamilyKey key;
    private final DistinctCounter routes;

    /** In the order of their ids. Nearly always one, so a list is smaller than any set. */
    private final ArrayList<IssueEntry> members = new ArrayList<>(1);

    /** Read by every ranking, so it is kept beside the counter. */
    private DistinctCount routeCount = new DistinctCount(0, false);

    private boolean lostMember;

    IssueFamily(FamilyKey key, DistinctCounter routes) {
        this.key = key;
        this.routes = routes;
    }

    FamilyKey key() {
        return key;
    }

    List<IssueEntry> members() {
        return Collections.unmodifiableList(members);
    }

    DistinctCount routeCount() {
        return routeCount;
    }

    boolean isOnSeveralRoutes() {
        return routeCount.value() > 1;
    }

    void join(IssueEntry member) {
        int at = Collections.binarySearch(members, member, BY_ID);
        members.add(-at - 1, member);
    }

    /** @param forgotten the member was given up for room: its routes stay counted, and can be told apart no more */
    void leave(IssueEntry member, boolean forgotten) {
        members.remove(Collections.binarySearch(members, member, BY_ID));
        lostMember |= forgotten;
    }

    void addRoute(long routeKey) {
        routes.add(routeKey);
        routeCount = routes.count();
    }

    /** Takes one occurrence's route away, once the occurrence is gone. */
    void removeRoute(long routeKey) {
        if (!routes.remove(routeKey) && isWhole()) {
            routes.rebuild(members.stream().flatMapToLong(IssueEntry::routeKeys));
        }
        routeCount = routes.count();
    }

    /** Whether every occurrence that was counted is still stored. */
    private boolean isWhole() {
        return !lostMember
                && members.stream().allMatch(member -> member.state().settled().count() == 0);
    }

    /** The ids of all members but one. */
    List<IssueId> siblingsOf(IssueEntry member, int limit) {
        return members.stream()
                .filter(other -> other != member)
                .limit(limit)
                .map(IssueEntry::id)
                .toList();
    }
}
