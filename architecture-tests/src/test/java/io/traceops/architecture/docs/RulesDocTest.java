package io.traceops.architecture.docs;

import static org.assertj.core.api.Assertions.assertThat;

import io.traceops.architecture.docs.Examples.Example;
import io.traceops.domain.event.ErrorEvent;
import io.traceops.domain.event.EventId;
import io.traceops.domain.event.Metadata;
import io.traceops.domain.event.Micros;
import io.traceops.domain.event.ServiceName;
import io.traceops.domain.grouping.Fingerprinter;
import io.traceops.domain.grouping.GroupingPolicy;
import io.traceops.domain.grouping.decision.DecisionLog;
import io.traceops.domain.grouping.stack.DefaultLibraries;
import io.traceops.domain.grouping.stack.StackReader;
import io.traceops.domain.grouping.text.MessageTemplate;
import io.traceops.domain.grouping.text.RouteTemplate;
import io.traceops.domain.impact.Priority;
import io.traceops.domain.impact.PriorityPolicy;
import io.traceops.domain.impact.Severity;
import io.traceops.domain.impact.SeverityAssessment;
import io.traceops.domain.impact.SeverityPolicy;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Runs the examples of {@code docs/rules.md}. */
class RulesDocTest {
    private static final Duration VERIFICATION = Duration.ofMinutes(10);

    static List<Example> examples() {
        return Examples.of(Markdown.of("docs/rules.md"));
    }

    @Test
    void rules_everyKindOfExample_isThere() {
        Set<String> kinds = examples().stream().map(Example::kind).collect(Collectors.toSet());

        assertThat(kinds)
                .containsExactlyInAnyOrder(
                        "fingerprint",
                        "message",
                        "frame",
                        "route",
                        "likely-cause",
                        "lifecycle",
                        "lifecycle, verification 10 min",
                        "error-rate",
                        "severity",
                        "priority");
    }

    @ParameterizedTest
    @MethodSource("examples")
    void rules_example_isWhatTheCodeDoes(Example example) {
        List<String> cells = example.cells();
        switch (example.kind()) {
            case "fingerprint" -> assertThat(fingerprint(cells.get(0))).isEqualTo(cells.get(1));
            case "message" -> {
                assertThat(message(cells.get(0), false)).isEqualTo(cells.get(1));
                assertThat(message(cells.get(0), true)).isEqualTo(cells.get(2));
            }
            case "frame" -> assertThat(frame(cells.get(0))).isEqualTo(cells.get(1));
            case "route" ->
                assertThat(RouteTemplate.canonical(cells.get(0), DecisionLog.none()))
                        .isEqualTo(cells.get(1));
            case "likely-cause" -> {
                Story story = new Story(Duration.ZERO).tell(cells.get(0)).tell("error e " + cells.get(1));
                assertThat(story.likelyCause("e")).isEqualTo(cells.get(2));
            }
            case "lifecycle" -> assertLifecycle(new Story(Duration.ZERO), cells);
            case "lifecycle, verification 10 min" -> assertLifecycle(new Story(VERIFICATION), cells);
            case "error-rate" -> {
                Story story = new Story(Duration.ZERO).tellErrors(cells.get(0)).askedAt(cells.get(1));
                assertThat(story.issue().impact().errorRate()).isEqualTo(Double.parseDouble(cells.get(2)));
            }
            case "severity" -> assertThat(severity(cells)).isEqualTo(cells.get(5));
            case "priority" -> assertPriority(cells);
            default -> throw new IllegalArgumentException("nobody runs examples of the kind " + example.kind());
        }
    }

    private static String fingerprint(String message) {
        ErrorEvent event = new ErrorEvent(new EventId("e"), new ServiceName("checkout"), 0, message, Metadata.EMPTY);
        return new Fingerprinter(GroupingPolicy.DEFAULT)
                .group(event)
                .fingerprint()
                .hex();
    }

    private static String message(String raw, boolean pinned) {
        return MessageTemplate.canonical(raw, pinned, DecisionLog.none());
    }

    private static String frame(String stack) {
        return new StackReader(new DefaultLibraries())
                .read(stack, DecisionLog.none())
                .orElseThrow()
                .canonical();
    }

    private static void assertLifecycle(Story story, List<String> cells) {
        story.tell(cells.get(0));
        assertThat(story.history()).isEqualTo(cells.get(1));
        assertThat(story.status()).isEqualTo(cells.get(2));
    }

    private static String severity(List<String> cells) {
        return SeverityAssessment.explain(
                        cells.get(0),
                        Long.parseLong(cells.get(1)),
                        Double.parseDouble(cells.get(2)),
                        Integer.parseInt(cells.get(3)),
                        Long.parseLong(cells.get(4)),
                        SeverityPolicy.DEFAULT)
                .level()
                .name()
                .toLowerCase(Locale.ROOT);
    }

    private static void assertPriority(List<String> cells) {
        long nowMicros = Micros.of(Story.at("12:00"));
        Priority.Inputs inputs = new Priority.Inputs(
                Severity.valueOf(cells.get(0).toUpperCase(Locale.ROOT)),
                Double.parseDouble(cells.get(1)),
                Integer.parseInt(cells.get(2)),
                nowMicros - ageMicros(cells.get(3)),
                cells.get(4).equals("yes"));

        Priority priority = Priority.explain(inputs, nowMicros, PriorityPolicy.DEFAULT);

        String components = priority.components().stream()
                .map(part -> part.name() + " " + part.points().toPlainString())
                .collect(Collectors.joining(", "));
        assertThat(components).isEqualTo(cells.get(5));
        assertThat(priority.score()).isEqualTo(Integer.parseInt(cells.get(6)));
    }

    /** Reads {@code 30 min ago} and {@code 2 h ago}. */
    private static long ageMicros(String age) {
        String[] words = age.split(" ", -1);
        long number = Long.parseLong(words[0]);
        Duration duration = words[1].equals("h") ? Duration.ofHours(number) : Duration.ofMinutes(number);
        return duration.toNanos() / 1_000;
    }
}
