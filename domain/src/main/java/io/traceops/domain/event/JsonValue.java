package io.traceops.domain.event;

import java.math.BigDecimal;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A JSON value as the client sent it. Two values are equal if JSON says the same: members of an object have no order,
 * and {@code 1}, {@code 1.0} and {@code 1e0} are one number. The order of members and the spelling of numbers are kept
 * for the answer all the same. Immutable.
 */
public sealed interface JsonValue {
    /** An object. Iteration follows the order in which the members came. */
    record JsonObject(Map<String, JsonValue> members) implements JsonValue {
        public static final JsonObject EMPTY = new JsonObject(Map.of());

        public JsonObject {
            members = members.isEmpty() ? Map.of() : Collections.unmodifiableMap(new LinkedHashMap<>(members));
        }

        public Optional<JsonValue> member(String name) {
            return Optional.ofNullable(members.get(name));
        }
    }

    /** An array. */
    record JsonArray(List<JsonValue> elements) implements JsonValue {
        public JsonArray {
            elements = List.copyOf(elements);
        }
    }

    /** A string. */
    record JsonString(String text) implements JsonValue {}

    /** A boolean. */
    record JsonBoolean(boolean value) implements JsonValue {}

    /** The literal {@code null}, which is a value of its own inside metadata. */
    enum JsonNull implements JsonValue {
        NULL
    }

    /**
     * A number, kept in the spelling of the client.
     *
     * @param literal a number as JSON writes it, at most {@value #LITERAL_LENGTH_MAX} characters, within the range of a
     *     double
     */
    record JsonNumber(String literal) implements JsonValue {
        /** The longest spelling of a number, in characters. */
        public static final int LITERAL_LENGTH_MAX = 1_024;

        /** @throws NumberFormatException if the literal is no number or does not fit; see {@link #problemOf} */
        public JsonNumber {
            Optional<String> problem = problemOf(literal);
            if (problem.isPresent()) {
                throw new NumberFormatException(problem.get());
            }
        }

        public static JsonNumber of(long value) {
            return new JsonNumber(Long.toString(value));
        }

        /** Whole numbers are written without a fraction, as other clients would write them. */
        public static JsonNumber of(double value) {
            boolean whole = value == Math.rint(value) && Math.abs(value) < 1e15;
            return whole ? of((long) value) : new JsonNumber(Double.toString(value));
        }

        /** Says why a spelling is not accepted as a number; empty if it is. */
        public static Optional<String> problemOf(String literal) {
            if (literal.length() > LITERAL_LENGTH_MAX) {
                return Optional.of(
                        "a number of " + literal.length() + " characters, allowed 1 to " + LITERAL_LENGTH_MAX);
            }
            if (!NumberGrammar.matches(literal)) {
                return Optional.of("not a number: " + literal);
            }
            double value = Double.parseDouble(literal);
            // A number that a double can only hold as infinity or as zero would not come back as it came.
            boolean fits = Double.isFinite(value) && (value != 0 || NumberGrammar.isZero(literal));
            return fits ? Optional.empty() : Optional.of("the number " + literal + " does not fit a 64-bit float");
        }

        /** The one spelling that equal numbers share, such as {@code 1} for {@code 1.0}. */
        public String canonical() {
            return value().toPlainString();
        }

        public double doubleValue() {
            return Double.parseDouble(literal);
        }

        private BigDecimal value() {
            return NumberGrammar.isZero(literal) ? BigDecimal.ZERO : new BigDecimal(literal).stripTrailingZeros();
        }

        @Override
        public boolean equals(Object other) {
            return other instanceof JsonNumber number
                    && (literal.equals(number.literal) || value().equals(number.value()));
        }

        @Override
        public int hashCode() {
            return value().hashCode();
        }
    }
}
