package io.traceops.bootstrap;

/**
 * Something that whoever started the program can put right: a wrong value, a port in use, a missing file. Its message is
 * all that they see.
 */
final class UserMistake extends RuntimeException {
    private static final long serialVersionUID = 1L;

    UserMistake(String message) {
        super(message);
    }
}
