package io.traceops.domain.grouping;

import static io.traceops.domain.grouping.Errors.error;
import static io.traceops.domain.grouping.Errors.text;
import static io.traceops.domain.grouping.Errors.texts;
import static org.assertj.core.api.Assertions.assertThat;

import io.traceops.domain.event.ErrorEvent;
import io.traceops.domain.event.JsonValue;
import io.traceops.domain.grouping.stack.DefaultLibraries;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What holds of any error. A failure names the seed that repeats it. */
class FingerprintPropertiesTest {
    private static final int CASES = 20_000;
    private static final List<String> PIECES = List.of("", "a", "b", "ab", "1", ":client", "\u0000", "{{default}}");

    private final Fingerprinter exact =
            new Fingerprinter(new GroupingPolicy(MessageMode.EXACT, new DefaultLibraries()));

    @Test
    void fingerprint_twoErrors_isSharedExactlyIfNoPartDiffers() {
        Map<Fingerprint, Grouping> seen = new HashMap<>();
        for (long seed = 0; seed < CASES; seed++) {
            Grouping grouping = exact.group(random(new Random(seed)));
            Grouping other = seen.putIfAbsent(grouping.fingerprint(), grouping);
            if (other != null) {
                assertThat(readParts(grouping)).as("seed %d", seed).isEqualTo(readParts(other));
                assertThat(grouping.firstDifference(other)).as("seed %d", seed).isEmpty();
            }
        }
        Map<List<String>, Fingerprint> byParts = new HashMap<>();
        seen.forEach((fingerprint, grouping) -> assertThat(byParts.put(readParts(grouping), fingerprint))
                .as("%s", grouping)
                .isNull());
    }

    @Test
    void family_twoErrors_isSharedIfTheRouteAloneDiffers() {
        for (long seed = 0; seed < CASES; seed++) {
            ErrorEvent error = random(new Random(seed));
            Map<String, JsonValue> metadata =
                    new HashMap<>(error.metadata().object().members());
            metadata.put("route", text("/elsewhere"));

            assertThat(exact.group(error(error.message(), metadata)).family())
                    .as("seed %d", seed)
                    .isEqualTo(exact.group(error).family());
        }
    }

    @Test
    void firstDifference_twoErrors_isSymmetricAndEmptyExactlyForOneFingerprint() {
        for (long seed = 0; seed < CASES; seed++) {
            Random random = new Random(seed);
            Grouping first = exact.group(random(random));
            Grouping second = exact.group(random(random));
            Optional<GroupingPart> difference = first.firstDifference(second);

            assertThat(second.firstDifference(first)).as("seed %d", seed).isEqualTo(difference);
            assertThat(difference.isEmpty())
                    .as("seed %d", seed)
                    .isEqualTo(first.fingerprint().equals(second.fingerprint()));
        }
    }

    @Test
    void grouping_manyThreadsAtOnce_isThatOfOne() throws Exception {
        List<ErrorEvent> errors = IntStream.range(0, 500)
                .mapToObj(seed -> random(new Random(seed)))
                .toList();
        List<Grouping> alone = errors.stream().map(exact::group).toList();

        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<List<Grouping>>> together = IntStream.range(0, 16)
                    .mapToObj(_ -> threads.submit(
                            () -> errors.stream().map(exact::group).toList()))
                    .toList();
            for (Future<List<Grouping>> groupings : together) {
                assertThat(groupings.get()).isEqualTo(alone);
            }
        }
    }

    private static List<String> readParts(Grouping grouping) {
        boolean client = grouping.clientParts().isPresent();
        boolean standing = !client || grouping.clientParts().get().contains("{{ default }}");
        return List.of(
                grouping.clientParts().toString(),
                standing ? grouping.message() : "",
                standing ? grouping.frame() : "",
                standing ? grouping.route() : "",
                Boolean.toString(client));
    }

    private static ErrorEvent random(Random random) {
        Map<String, JsonValue> metadata = new HashMap<>();
        if (random.nextBoolean()) {
            metadata.put("stack", text("at " + piece(random)));
        }
        if (random.nextBoolean()) {
            metadata.put("route", text("/" + piece(random)));
        }
        if (random.nextBoolean()) {
            String[] parts = new String[random.nextInt(4)];
            for (int i = 0; i < parts.length; i++) {
                parts[i] = piece(random);
            }
            metadata.put("fingerprint", texts(parts));
        }
        return error(piece(random), metadata);
    }

    private static String piece(Random random) {
        return PIECES.get(random.nextInt(PIECES.size()));
    }
}
