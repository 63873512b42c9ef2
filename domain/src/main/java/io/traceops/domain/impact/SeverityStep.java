package io.traceops.domain.impact;

/**
 * One step that led to a severity.
 *
 * @param rule the rule that applied, in kebab-case
 * @param level the level after the step
 * @param reason why it applied, in words
 */
public record SeverityStep(String rule, Severity level, String reason) {}
