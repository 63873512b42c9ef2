package io.traceops.domain.triage;

import io.traceops.domain.correlation.TriggerRef;
import io.traceops.domain.event.Text;
import io.traceops.domain.grouping.text.MessageLines;
import io.traceops.domain.impact.HumanDuration;
import io.traceops.domain.impact.Impact;
import io.traceops.domain.impact.Priority;
import io.traceops.domain.impact.PriorityComponent;
import io.traceops.domain.impact.Severity;
import io.traceops.domain.lifecycle.IssueState;
import io.traceops.domain.lifecycle.Lifecycle;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Says in one sentence why an issue has its priority: the severity, then what gave most points first. */
final class PriorityReason {
    private static final int TRIGGER_TEXT_LENGTH_MAX = 60;

    private PriorityReason() {}

    static String of(
            IssueState state,
            Impact impact,
            Severity severity,
            Priority priority,
            Lifecycle lifecycle,
            Optional<TriggerRef> resolvedBy,
            long nowMicros) {
        List<Clause> clauses = new ArrayList<>();
        clauses.add(new Clause(points(priority, "errorRate"), reach(impact)));
        if (state.regressionCount() > 0) {
            clauses.add(new Clause(points(priority, "regressions"), regressions(state, lifecycle)));
        }
        clauses.add(new Clause(
                points(priority, "recency"),
                "first seen " + HumanDuration.of(nowMicros - state.first().timestampMicros()) + " ago"));
        clauses.sort(Comparator.comparing(Clause::points).reversed());
        return lead(severity, resolvedBy) + ": "
                + String.join("; ", clauses.stream().map(Clause::text).toList());
    }

    private record Clause(BigDecimal points, String text) {}

    private static String lead(Severity severity, Optional<TriggerRef> resolvedBy) {
        String word = severity.name().toLowerCase(Locale.ROOT);
        return resolvedBy
                .map(trigger -> "Resolved by " + name(trigger) + ", was " + word)
                .orElseGet(() -> Character.toUpperCase(word.charAt(0)) + word.substring(1));
    }

    private static String reach(Impact impact) {
        StringBuilder text = new StringBuilder();
        if (impact.errorRate() >= 0.05) {
            text.append(String.format(Locale.ROOT, "%.1f errors/min", impact.errorRate()));
        } else {
            text.append(impact.count()).append(impact.count() == 1 ? " occurrence" : " occurrences");
        }
        if (impact.uniqueRoutes().value() > 1) {
            text.append(" across ")
                    .append(impact.uniqueRoutes().estimated() ? "about " : "")
                    .append(impact.uniqueRoutes().value())
                    .append(" routes");
        }
        impact.uniqueUsers()
                .filter(users -> users.value() > 1)
                .ifPresent(users -> text.append(" for ")
                        .append(users.estimated() ? "about " : "")
                        .append(users.value())
                        .append(" users"));
        return text.toString();
    }

    private static String regressions(IssueState state, Lifecycle lifecycle) {
        String times = switch (state.regressionCount()) {
            case 1 -> "once";
            case 2 -> "twice";
            default -> state.regressionCount() + " times";
        };
        String last = state.regressionCount() == 1 ? "" : ", last";
        if (lifecycle.isOutOfReach()) {
            String most = String.format(Locale.ROOT, "%,d", Lifecycle.ROUNDS_MAX);
            return "regressed " + times + (last.isEmpty() ? "," : last) + " more than " + most + " changes ago";
        }
        return "regressed " + times
                + lifecycle
                        .lastFailedResolver()
                        .map(trigger -> last + " after " + name(trigger))
                        .orElse("");
    }

    /** {@code deploy v1.4.2} or {@code config change "raise pool size"}. */
    private static String name(TriggerRef trigger) {
        String kind = switch (trigger.type()) {
            case DEPLOY -> trigger.isDetected() ? "detected deploy" : "deploy";
            case CONFIG_CHANGE, ERROR -> "config change";
        };
        String which = trigger.release()
                .map(release -> Text.cut(oneLine(release), TRIGGER_TEXT_LENGTH_MAX))
                .orElseGet(() -> trigger.message().isBlank()
                        ? trigger.moment().id().value()
                        : '"' + Text.cut(oneLine(trigger.message()), TRIGGER_TEXT_LENGTH_MAX) + '"');
        return kind + " " + which;
    }

    /** Commit messages have many lines, and nobody wants the control characters of a terminal in an alert. */
    private static String oneLine(String text) {
        return MessageLines.first(text).orElse("");
    }

    private static BigDecimal points(Priority priority, String component) {
        return priority.components().stream()
                .filter(part -> part.name().equals(component))
                .map(PriorityComponent::points)
                .findFirst()
                .orElse(BigDecimal.ZERO);
    }
}
