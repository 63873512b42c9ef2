package io.traceops.adapter.grpc;

import io.traceops.application.capture.Violation;

/** The application's names of fields, as the proto files spell them. */
final class FieldPaths {
    private FieldPaths() {}

    /** The path to a field of a request. */
    static String of(String field) {
        return switch (field) {
            case "limit" -> "page_size";
            case "cursor" -> "page_token";
            default -> snakeCase(field);
        };
    }

    /** What is wrong with an enumeration whose number nobody knows. */
    static Violation unknownNumber(String field, int number) {
        return new Violation(field, "has the unknown number " + number);
    }

    private static String snakeCase(String camelCase) {
        StringBuilder snake = new StringBuilder(camelCase.length() + 4);
        for (int i = 0; i < camelCase.length(); i++) {
            char c = camelCase.charAt(i);
            if (c >= 'A' && c <= 'Z') {
                snake.append('_').append((char) (c - 'A' + 'a'));
            } else {
                snake.append(c);
            }
        }
        return snake.toString();
    }
}
