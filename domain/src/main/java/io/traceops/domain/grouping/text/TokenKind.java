package io.traceops.domain.grouping.text;

/** The kinds of text that vary from one occurrence of an error to the next. */
enum TokenKind {
    UUID("uuid", "<uuid>"),
    /** ULIDs and ObjectIds. */
    ID("id", "<id>"),
    HEX("hex", "<hex>"),
    TOKEN("token", "<token>"),
    EMAIL("email", "<email>"),
    IP("ip", "<ip>"),
    DATE("date", "<date>"),
    DURATION("duration", "<duration>"),
    SIZE("size", "<size>"),
    INT("int", "<int>"),
    DECIMAL("decimal", "<decimal>"),
    QUOTED("quoted", "<quoted>"),
    /** The line of a source file, which moves with every edit above it. */
    LINE("source-line", "<line>");

    private final String rule;
    private final String placeholder;

    TokenKind(String rule, String placeholder) {
        this.rule = rule;
        this.placeholder = placeholder;
    }

    /** The name of the rule in a decision. */
    String rule() {
        return rule;
    }

    /** What stands in the place of the token. */
    String placeholder() {
        return placeholder;
    }

    /**
     * Whether a token of this kind stays when the text says that it states the kind of failure, as in {@code status
     * 404}.
     */
    boolean mayStateFailure() {
        return this == INT || this == DECIMAL || this == HEX || this == QUOTED;
    }
}
