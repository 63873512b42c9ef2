package io.traceops.domain.grouping.text;

import static org.assertj.core.api.Assertions.assertThat;

import io.traceops.domain.grouping.decision.DecisionLog;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;

/** Tables of texts and what becomes of them, one a line. */
final class Examples {
    private static final String ARROW = " => ";

    private Examples() {}

    /** Lines of {@code raw => canonical}, which must hold with and without a stack frame. */
    static Stream<DynamicTest> always(String table) {
        return rows(table, 2)
                .flatMap(row -> Stream.of(
                        test(row.get(0), row.get(1), Examples::unpinned),
                        test(row.get(0), row.get(1), Examples::pinned)));
    }

    /** Lines of {@code raw => canonical without a stack frame => canonical with one}. */
    static Stream<DynamicTest> byEvidence(String table) {
        return rows(table, 3)
                .flatMap(row -> Stream.of(
                        test(row.get(0), row.get(1), Examples::unpinned),
                        test(row.get(0), row.get(2), Examples::pinned)));
    }

    /** Lines of {@code raw => canonical} for a rule of the caller's. */
    static Stream<DynamicTest> of(String table, UnaryOperator<String> rule) {
        return rows(table, 2).map(row -> test(row.get(0), row.get(1), rule));
    }

    /** Lines of texts that must stay as they are, with and without a stack frame. */
    static Stream<DynamicTest> neverReplaced(String table) {
        return Stream.concat(same(table, Examples::unpinned), same(table, Examples::pinned));
    }

    /** Lines of texts that a rule of the caller's must leave as they are. */
    static Stream<DynamicTest> same(String table, UnaryOperator<String> rule) {
        return table.lines().map(line -> test(line, line, rule));
    }

    static String unpinned(String raw) {
        return MessageTemplate.canonical(raw, false, DecisionLog.none());
    }

    static String pinned(String raw) {
        return MessageTemplate.canonical(raw, true, DecisionLog.none());
    }

    private static Stream<List<String>> rows(String table, int columns) {
        return table.lines().map(line -> {
            List<String> row = List.of(line.split(ARROW, -1));
            assertThat(row).as(line).hasSize(columns);
            return row;
        });
    }

    private static DynamicTest test(String raw, String expected, UnaryOperator<String> rule) {
        return DynamicTest.dynamicTest(
                raw + ARROW + expected, () -> assertThat(rule.apply(raw)).isEqualTo(expected));
    }
}
