package io.traceops.http.json;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/** The names that the constants of an enumeration have on the wire: read in any case, written in one. */
public final class WireNames<E extends Enum<E>> {
    private final List<E> constants;
    private final Function<E, String> spelling;

    private WireNames(E[] constants, Function<E, String> spelling) {
        this.constants = List.of(constants);
        this.spelling = spelling;
    }

    /** {@code CONFIG_CHANGE} for {@code CONFIG_CHANGE}. */
    public static <E extends Enum<E>> WireNames<E> upper(E[] constants) {
        return new WireNames<>(constants, Enum::name);
    }

    /** {@code critical} for {@code CRITICAL}. */
    public static <E extends Enum<E>> WireNames<E> lower(E[] constants) {
        return new WireNames<>(constants, constant -> constant.name().toLowerCase(Locale.ROOT));
    }

    /** {@code lastSeen} for {@code LAST_SEEN}. */
    public static <E extends Enum<E>> WireNames<E> camel(E[] constants) {
        return new WireNames<>(constants, WireNames::camel);
    }

    public String of(E constant) {
        return spelling.apply(constant);
    }

    /** The constant that a text names, if one does. */
    public Optional<E> find(String text) {
        for (E constant : constants) {
            if (of(constant).equalsIgnoreCase(text)) {
                return Optional.of(constant);
            }
        }
        return Optional.empty();
    }

    /** What to say of a text that names no constant. */
    public String problem() {
        return constants.stream().map(this::of).collect(Collectors.joining(", ", "is none of ", ""));
    }

    private static String camel(Enum<?> constant) {
        StringBuilder camel = new StringBuilder();
        boolean startsWord = false;
        for (char c : constant.name().toCharArray()) {
            if (c != '_') {
                camel.append(startsWord ? c : Character.toLowerCase(c));
            }
            startsWord = c == '_';
        }
        return camel.toString();
    }
}
