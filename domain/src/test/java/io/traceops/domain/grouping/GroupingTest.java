package io.traceops.domain.grouping;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class GroupingTest {
    private static final Fingerprint FINGERPRINT = new Fingerprint(1, 2, 3, 4);
    private static final FamilyKey FAMILY = new FamilyKey(1, 2);
    private static final Optional<List<String>> NO_CLIENT = Optional.empty();
    private static final Optional<List<String>> CLIENT = Optional.of(List.of("a"));
    private static final Optional<List<String>> CLIENT_WITH_DEFAULT = Optional.of(List.of("a", "{{ default }}"));

    private final Grouping grouping = grouping(1, NO_CLIENT, "m", "f", "/r");

    @Test
    void firstDifference_sameParts_isNone() {
        assertThat(grouping.firstDifference(grouping(1, NO_CLIENT, "m", "f", "/r")))
                .isEmpty();
    }

    @Test
    void firstDifference_severalParts_isTheFirstInOrder() {
        assertThat(grouping.firstDifference(grouping(2, CLIENT, "x", "x", "x"))).contains(GroupingPart.VERSION);
        assertThat(grouping.firstDifference(grouping(1, CLIENT, "x", "x", "x"))).contains(GroupingPart.CLIENT);
        assertThat(grouping.firstDifference(grouping(1, NO_CLIENT, "x", "x", "x")))
                .contains(GroupingPart.MESSAGE);
        assertThat(grouping.firstDifference(grouping(1, NO_CLIENT, "m", "x", "x")))
                .contains(GroupingPart.FRAME);
        assertThat(grouping.firstDifference(grouping(1, NO_CLIENT, "m", "f", "x")))
                .contains(GroupingPart.ROUTE);
    }

    @Test
    void firstDifference_partsThatTheClientReplaced_areNone() {
        assertThat(grouping(1, CLIENT, "m", "f", "/r").firstDifference(grouping(1, CLIENT, "x", "x", "x")))
                .isEmpty();
        assertThat(grouping(1, CLIENT, "m", "f", "/r")
                        .firstDifference(grouping(1, CLIENT_WITH_DEFAULT, "m", "f", "/r")))
                .contains(GroupingPart.CLIENT);
    }

    @Test
    void firstDifference_partsThatTheClientKept_count() {
        assertThat(grouping(1, CLIENT_WITH_DEFAULT, "m", "f", "/r")
                        .firstDifference(grouping(1, CLIENT_WITH_DEFAULT, "m", "f", "/x")))
                .contains(GroupingPart.ROUTE);
    }

    @Test
    void routeIfAny_emptyRoute_isAbsent() {
        assertThat(grouping.routeIfAny()).contains("/r");
        assertThat(grouping(1, NO_CLIENT, "m", "f", "").routeIfAny()).isEmpty();
    }

    private static Grouping grouping(
            int version, Optional<List<String>> client, String message, String frame, String route) {
        return new Grouping(version, message, frame, route, client, FINGERPRINT, FAMILY);
    }
}
