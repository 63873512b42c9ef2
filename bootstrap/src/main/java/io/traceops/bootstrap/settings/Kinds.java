package io.traceops.bootstrap.settings;

import java.time.Duration;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.function.Function;
import java.util.stream.Collectors;

/** The kinds of values that settings have. */
final class Kinds {
    private static final Map<String, Long> MILLIS_BY_UNIT =
            Map.of("ms", 1L, "s", 1_000L, "m", 60_000L, "h", 3_600_000L, "d", 86_400_000L);

    private static final int PORT_MAX = 65_535;

    private Kinds() {}

    /** Any text. */
    static Kind<String> text(String placeholder, String allowed) {
        return new Kind<>(placeholder, allowed, Parsed.Value::new);
    }

    /** A whole number; {@code _} may separate groups of digits. */
    static Kind<Integer> integer(int min, int max) {
        String allowed = grouped(min) + " to " + grouped(max);
        return of("N", allowed, text -> {
            OptionalLong number = wholeNumber(text);
            return number.isPresent() && number.getAsLong() >= min && number.getAsLong() <= max
                    ? Optional.of((int) number.getAsLong())
                    : Optional.empty();
        });
    }

    /** Yes or no. */
    static Kind<Boolean> flag() {
        return of("true|false", "true or false", text -> switch (text.toLowerCase(Locale.ROOT)) {
            case "true" -> Optional.of(true);
            case "false" -> Optional.of(false);
            default -> Optional.empty();
        });
    }

    /** A port to listen at, or none at all. */
    static Kind<OptionalInt> port() {
        Kind<Integer> number = integer(0, PORT_MAX);
        return of(
                "N|off",
                number.allowed() + ", or off",
                text -> text.equalsIgnoreCase("off")
                        ? Optional.of(OptionalInt.empty())
                        : switch (number.parse(text)) {
                            case Parsed.Value<Integer>(Integer value) -> Optional.of(OptionalInt.of(value));
                            case Parsed.Problem<Integer> _ -> Optional.empty();
                        });
    }

    /** Pairs of a name and a value, separated by commas; a lone {@code -} is none. No name is given twice. */
    static Kind<Map<String, String>> pairs(String placeholder, String allowed) {
        return of(placeholder, allowed, text -> {
            Map<String, String> pairs = new LinkedHashMap<>();
            for (String pair : text.equals("-") ? new String[0] : text.split(",", -1)) {
                int equals = pair.indexOf('=');
                String name = equals < 0 ? "" : pair.substring(0, equals).strip();
                String value = pair.substring(equals + 1).strip();
                if (name.isEmpty() || value.isEmpty() || pairs.put(name, value) != null) {
                    return Optional.empty();
                }
            }
            return Optional.of(pairs);
        });
    }

    /** A number that may have decimals. */
    static Kind<Double> decimal(double min, double max) {
        return of("X", plain(min) + " to " + plain(max), text -> {
            Optional<Double> number = decimalNumber(text);
            return number.filter(value -> value >= min && value <= max);
        });
    }

    /** A length of time: whole numbers with a unit, such as {@code 90s} or {@code 1h30m}, or {@code 0}. */
    static Kind<Duration> duration(Duration min, Duration max) {
        String allowed = written(min) + " to " + written(max) + ", in ms, s, m, h, d, such as 90s or 1h30m";
        return of("TIME", allowed, text -> {
            OptionalLong millis = text.equals("0") ? OptionalLong.of(0) : sumOfUnits(text);
            return millis.isPresent()
                    ? Optional.of(Duration.ofMillis(millis.getAsLong()))
                            .filter(value -> value.compareTo(min) >= 0 && value.compareTo(max) <= 0)
                    : Optional.empty();
        });
    }

    /** One of a few words, in any case. */
    static <E extends Enum<E>> Kind<E> choice(Class<E> type) {
        String allowed = Arrays.stream(type.getEnumConstants()).map(Kinds::word).collect(Collectors.joining(" or "));
        return of(
                allowed.replace(" or ", "|"),
                allowed,
                text -> Arrays.stream(type.getEnumConstants())
                        .filter(constant -> word(constant).equalsIgnoreCase(text))
                        .findFirst());
    }

    /** Texts separated by commas; a lone {@code -} is the empty list. */
    static Kind<List<String>> list(String allowed) {
        return new Kind<>(
                "A,B,...",
                allowed,
                text -> new Parsed.Value<>(
                        text.equals("-")
                                ? List.of()
                                : Arrays.stream(text.split(",", -1))
                                        .map(String::strip)
                                        .filter(item -> !item.isEmpty())
                                        .toList()));
    }

    /** Words to look for in a text that is in lower case. */
    static Kind<List<String>> words() {
        Kind<List<String>> list = list("words");
        return new Kind<>(list.placeholder(), list.allowed(), text -> list.parse(text.toLowerCase(Locale.ROOT)));
    }

    /** How many events are kept. */
    static Kind<EventsKept> eventsKept() {
        Kind<Integer> count = integer(1, 1_000_000_000);
        Kind<Integer> percent = integer(1, 90);
        String allowed = count.allowed() + ", or a share of the heap from 1% to 90%";
        return of(
                "N|P%",
                allowed, text -> {
                    boolean isShare = text.endsWith("%");
                    Parsed<Integer> number =
                            isShare ? percent.parse(text.substring(0, text.length() - 1)) : count.parse(text);
                    return switch (number) {
                        case Parsed.Value<Integer>(Integer value) ->
                            Optional.of(isShare ? new EventsKept.ShareOfHeap(value) : new EventsKept.Count(value));
                        case Parsed.Problem<Integer> _ -> Optional.empty();
                    };
                });
    }

    private static <T> Kind<T> of(String placeholder, String allowed, Function<String, Optional<T>> parser) {
        return new Kind<>(
                placeholder,
                allowed,
                text -> parser.apply(text)
                        .<Parsed<T>>map(Parsed.Value::new)
                        .orElseGet(() -> new Parsed.Problem<>("is " + text + ", allowed " + allowed)));
    }

    private static OptionalLong wholeNumber(String text) {
        String digits = text.replace("_", "");
        boolean isNumber =
                !digits.isEmpty() && digits.length() <= 18 && digits.chars().allMatch(Kinds::isDigit);
        return isNumber ? OptionalLong.of(Long.parseLong(digits)) : OptionalLong.empty();
    }

    private static Optional<Double> decimalNumber(String text) {
        boolean isNumber = text.length() <= 18 && text.chars().allMatch(c -> isDigit(c) || c == '.');
        try {
            return isNumber ? Optional.of(Double.valueOf(text)) : Optional.empty();
        } catch (NumberFormatException e) {
            return Optional.empty();
        }
    }

    /** Adds up numbers that each have a unit, such as {@code 1h30m}; empty if the text is anything else. */
    private static OptionalLong sumOfUnits(String text) {
        long sum = 0;
        int at = 0;
        while (at < text.length()) {
            int unitStart = at;
            while (unitStart < text.length() && isDigit(text.charAt(unitStart))) {
                unitStart++;
            }
            int unitEnd = unitStart;
            while (unitEnd < text.length() && !isDigit(text.charAt(unitEnd))) {
                unitEnd++;
            }
            OptionalLong number = wholeNumber(text.substring(at, unitStart));
            Long millis = MILLIS_BY_UNIT.get(text.substring(unitStart, unitEnd));
            if (number.isEmpty() || millis == null || number.getAsLong() > Integer.MAX_VALUE) {
                return OptionalLong.empty();
            }
            sum += number.getAsLong() * millis;
            at = unitEnd;
        }
        return OptionalLong.of(sum);
    }

    private static boolean isDigit(int c) {
        return c >= '0' && c <= '9';
    }

    static String word(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT);
    }

    private static String grouped(int number) {
        return String.format(Locale.ROOT, "%,d", number).replace(',', '_');
    }

    private static String plain(double number) {
        return number == Math.rint(number) ? Long.toString((long) number) : Double.toString(number);
    }

    private static String written(Duration duration) {
        if (duration.isZero()) {
            return "0";
        }
        if (duration.toDays() > 1 && duration.equals(Duration.ofDays(duration.toDays()))) {
            return duration.toDays() + "d";
        }
        return duration.toString().substring(2).toLowerCase(Locale.ROOT);
    }
}
