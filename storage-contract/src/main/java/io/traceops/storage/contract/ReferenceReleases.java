package io.traceops.storage.contract;

import io.traceops.domain.event.Deploy;
import io.traceops.domain.event.Event;
import io.traceops.domain.event.EventId;
import io.traceops.domain.event.EventType;
import io.traceops.domain.event.Metadata;
import io.traceops.domain.event.ServiceName;
import io.traceops.domain.fold.Entry;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Collection;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Stream;

/** The deploys that nobody announced, by brute force over the whole set of events. */
final class ReferenceReleases {
    private ReferenceReleases() {}

    /** A release of a service in an environment. */
    private record Seen(ServiceName service, String environment, String release) {
        static Seen of(Event event) {
            return new Seen(
                    event.service(),
                    event.metadata().environment().orElse(""),
                    event.metadata().release().orElseThrow());
        }
    }

    static List<Deploy> detectedIn(Collection<Entry> set) {
        List<Event> events =
                set.stream().map(Entry::event).toList();
        return events.stream()
                .filter(event -> event.type() != EventType.DEPLOY)
                .filter(event -> event.metadata().release().isPresent())
                .map(Seen::of)
                .distinct()
                .flatMap(seen -> detected(seen, events))
                .toList();
    }

    private static Stream<Deploy> detected(Seen seen, List<Event> events) {
        Event first = events.stream()
                .filter(event -> event.type() != EventType.DEPLOY)
                .filter(event -> event.metadata().release().isPresent())
                .filter(event -> Seen.of(event).equals(seen))
                .min(Comparator.comparing(Event::moment))
                .orElseThrow();
        boolean announced = events.stream()
                .filter(event -> event.type() == EventType.DEPLOY)
                .filter(event -> event.service().equals(seen.service()))
                .anyMatch(deploy -> deploy.moment().isBefore(first.moment())
                        || deploy.metadata()
                                .release()
                                .filter(seen.release()::equals)
                                .isPresent());
        return announced
                ? Stream.empty()
                : Stream.of(new Deploy(
                        id(seen), seen.service(), Math.max(0, first.timestampMicros() - 1), "", Metadata.EMPTY));
    }

    private static EventId id(Seen seen) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            for (String part : List.of(seen.service().value(), seen.environment(), seen.release())) {
                byte[] bytes = part.getBytes(StandardCharsets.UTF_8);
                digest.update(ByteBuffer.allocate(4).putInt(bytes.length).array());
                digest.update(bytes);
            }
            return new EventId(
                    "detected:" + HexFormat.of().formatHex(digest.digest()).substring(0, 32));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
