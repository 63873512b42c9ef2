package io.traceops.application.query;

import io.traceops.domain.event.EventId;
import io.traceops.domain.event.Moment;
import io.traceops.domain.lifecycle.IssueId;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Optional;

/**
 * Where the next page of a list begins: the place of the last item of this page, not a number of items to skip, so that
 * events which arrive between two pages neither repeat an item nor hide one.
 *
 * <p>To clients it is an opaque text. Inside it carries a check of the question, so that a cursor of one question cannot
 * be used for another.
 */
final class Cursor {
    private static final String SEPARATOR = "~";
    private static final int LENGTH_MAX = 512;

    private Cursor() {}

    static String ofMoment(String question, Moment last) {
        return encode(
                question,
                List.of(Long.toString(last.timestampMicros()), last.id().value()));
    }

    static Optional<Moment> toMoment(String question, String cursor) {
        try {
            return decode(question, cursor, 2)
                    .map(fields -> new Moment(Long.parseLong(fields.get(0)), new EventId(fields.get(1))));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    static String ofPlace(String question, IssuePlace last, long asOfMicros) {
        return encode(
                question,
                List.of(
                        Long.toString(asOfMicros),
                        Long.toString(last.primary()),
                        Long.toString(last.secondary()),
                        last.id().hex()));
    }

    /** A place in an ordered list of issues, and the instant as of which the list was ordered. */
    record PlaceAsOf(IssuePlace place, long asOfMicros) {}

    static Optional<PlaceAsOf> toPlace(String question, String cursor) {
        try {
            return decode(question, cursor, 4)
                    .flatMap(fields -> IssueId.parse(fields.get(3))
                            .map(id -> new PlaceAsOf(
                                    new IssuePlace(Long.parseLong(fields.get(1)), Long.parseLong(fields.get(2)), id),
                                    Long.parseLong(fields.get(0)))));
        } catch (NumberFormatException e) {
            return Optional.empty();
        }
    }

    private static String encode(String question, List<String> fields) {
        String text = check(question) + SEPARATOR + String.join(SEPARATOR, fields);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }

    private static Optional<List<String>> decode(String question, String cursor, int fieldCount) {
        if (cursor.length() > LENGTH_MAX) {
            return Optional.empty();
        }
        byte[] bytes;
        try {
            bytes = Base64.getUrlDecoder().decode(cursor);
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
        List<String> fields = Arrays.asList(new String(bytes, StandardCharsets.UTF_8).split(SEPARATOR, -1));
        boolean fits = fields.size() == fieldCount + 1 && fields.getFirst().equals(check(question));
        return fits ? Optional.of(fields.subList(1, fields.size())) : Optional.empty();
    }

    private static String check(String question) {
        return Integer.toHexString(question.hashCode());
    }
}
