package io.traceops.bootstrap.settings;

import java.util.Locale;

/**
 * Something that can be set: as an option, as an environment variable, or in the configuration file.
 *
 * @param key its name in the file: words in lower case, {@code .} between levels, {@code -} between words
 * @param kind what may be given
 * @param defaultText what holds unless something is given, in the form in which it would be given
 * @param description one sentence for the reference and the usage
 */
public record Setting<T>(String key, Kind<T> kind, String defaultText, String description) {
    private static final String VARIABLE_PREFIX = "TRACEOPS_";

    /** Such as {@code --http-port}. */
    public String option() {
        return "--" + key.replace('.', '-');
    }

    /** Such as {@code TRACEOPS_HTTP_PORT}. */
    public String variable() {
        return VARIABLE_PREFIX + key.replace('.', '_').replace('-', '_').toUpperCase(Locale.ROOT);
    }

    /** What stands for the value in a usage line, such as {@code N}. */
    public String placeholder() {
        return kind.placeholder();
    }

    /** Which texts are allowed. */
    public String allowed() {
        return kind.allowed();
    }

    Parsed<T> parse(String text) {
        return kind.parse(text);
    }
}
