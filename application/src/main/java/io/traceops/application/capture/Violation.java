package io.traceops.application.capture;

/**
 * One thing that is wrong with a request.
 *
 * @param field the field, as the API names it
 * @param problem what is wrong with its value and what is allowed, readable after the field's name
 */
public record Violation(String field, String problem) {}
