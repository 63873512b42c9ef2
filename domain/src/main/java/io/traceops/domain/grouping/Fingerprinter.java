package io.traceops.domain.grouping;

import io.traceops.domain.event.ErrorEvent;
import io.traceops.domain.event.Memo;
import io.traceops.domain.event.PartDigest;
import io.traceops.domain.grouping.GroupingExplanation.ExplainedPart;
import io.traceops.domain.grouping.StackEvidence.NoStack;
import io.traceops.domain.grouping.StackEvidence.StackFrames;
import io.traceops.domain.grouping.StackEvidence.StackText;
import io.traceops.domain.grouping.decision.DecisionLog;
import io.traceops.domain.grouping.stack.StackReader;
import io.traceops.domain.grouping.stack.TopFrame;
import io.traceops.domain.grouping.text.MessageTemplate;
import io.traceops.domain.grouping.text.RouteTemplate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Says which issue an error belongs to. A pure function of the event and the policy: same error, same fingerprint, on
 * any machine. Immutable and safe for concurrent use; total on arbitrary text, and linear in its length.
 *
 * <h2>Layout of the digests</h2>
 *
 * A <em>part</em> is four bytes with the number of its UTF-8 bytes, big-endian, and then these bytes. An empty part is
 * four zero bytes. The fingerprint is SHA-256 over the parts
 *
 * <pre>{@code "1" message frame route}</pre>
 *
 * where {@code "1"} is {@link GroupingPolicy#ALGORITHM_VERSION} in decimal digits. If the client sent a fingerprint of
 * its own, it is SHA-256 over
 *
 * <pre>{@code "1:client" element...}</pre>
 *
 * where an element is a part with the client's text, or, for {@code {{ default }}}, the four bytes {@code FF FF FF FF}
 * followed by the parts {@code message frame route}. The first part keeps the two kinds apart. The family key is the
 * first half of SHA-256 over the same without the part {@code route}.
 */
public final class Fingerprinter {
    private static final String VERSION = Integer.toString(GroupingPolicy.ALGORITHM_VERSION);
    private static final String CLIENT_VERSION = VERSION + ":client";

    /** Longer stacks, or parts that are longer together, are dealt with anew each time: so 32 MiB are remembered at most. */
    private static final int REMEMBERED_LENGTH_MAX = 4096;

    private final GroupingPolicy policy;
    private final StackReader stacks;
    private final Memo<String, Optional<TopFrame>> knownStacks = new Memo<>();
    private final Memo<Parts, Grouping> knownGroupings = new Memo<>();

    /** The canonical parts of an error whose client sent no fingerprint. */
    private record Parts(String message, String frame, String route) {
        boolean isShort() {
            return message.length() + frame.length() + route.length() <= REMEMBERED_LENGTH_MAX;
        }

        // By hand, since they are compared with every error, and what a record generates is slower.
        @Override
        public boolean equals(@Nullable Object other) {
            return other instanceof Parts parts
                    && message.equals(parts.message)
                    && frame.equals(parts.frame)
                    && route.equals(parts.route);
        }

        @Override
        public int hashCode() {
            return (message.hashCode() * 31 + frame.hashCode()) * 31 + route.hashCode();
        }
    }

    public Fingerprinter(GroupingPolicy policy) {
        this.policy = policy;
        this.stacks = new StackReader(policy.libraries());
    }

    /** The grouping alone: what the ingest path needs. */
    public Grouping group(ErrorEvent event) {
        DecisionLog none = DecisionLog.none();
        return group(ErrorFacts.of(event), none, none, none);
    }

    /** The grouping together with how it came about. Gives the same grouping as {@link #group}. */
    public GroupingExplanation explain(ErrorEvent event) {
        ErrorFacts facts = ErrorFacts.of(event);
        DecisionLog message = DecisionLog.recording();
        DecisionLog frame = DecisionLog.recording();
        DecisionLog route = DecisionLog.recording();
        Grouping grouping = group(facts, message, frame, route);

        List<ExplainedPart> parts = new ArrayList<>(4);
        grouping.clientParts().ifPresent(client -> parts.add(ExplainedPart.of(client)));
        parts.add(ExplainedPart.of(GroupingPart.MESSAGE, facts.message(), grouping.message(), message));
        parts.add(ExplainedPart.of(GroupingPart.FRAME, facts.stack().raw(), grouping.frame(), frame));
        parts.add(ExplainedPart.of(GroupingPart.ROUTE, facts.route().orElse(""), grouping.route(), route));
        return new GroupingExplanation(grouping, parts);
    }

    private Grouping group(ErrorFacts facts, DecisionLog messageLog, DecisionLog frameLog, DecisionLog routeLog) {
        Optional<TopFrame> top = topFrame(facts, frameLog);
        boolean pinned = top.isPresent() && top.get().pinned();
        String message = switch (policy.message()) {
            case EXACT -> facts.message();
            case TEMPLATE -> MessageTemplate.canonical(facts.message(), pinned, messageLog);
        };
        String frame = top.map(TopFrame::canonical).orElse("");
        String route =
                facts.route().map(raw -> RouteTemplate.canonical(raw, routeLog)).orElse("");
        if (facts.clientFingerprint().isPresent()) {
            return digest(message, frame, route, facts.clientFingerprint().get());
        }
        Parts parts = new Parts(message, frame, route);
        return parts.isShort() ? knownGroupings.get(parts, Fingerprinter::digest) : digest(parts);
    }

    private Optional<TopFrame> topFrame(ErrorFacts facts, DecisionLog log) {
        return switch (facts.stack()) {
            // One error is reported many times with the very same stack, which costs more to read than all the rest.
            // But whoever wants to know how a stack is read has it read.
            case StackText text ->
                log.isRecording() || text.raw().length() > REMEMBERED_LENGTH_MAX
                        ? stacks.read(text.raw(), log)
                        : knownStacks.get(text.raw(), raw -> stacks.read(raw, log));
            case StackFrames frames -> stacks.read(frames.frames(), facts.exceptionType(), log);
            case NoStack _ -> Optional.empty();
        };
    }

    private static Grouping digest(Parts parts) {
        PartDigest digest = PartDigest.empty().add(VERSION).add(parts.message()).add(parts.frame());
        FamilyKey family = FamilyKey.ofDigest(digest.soFar());
        Fingerprint fingerprint = Fingerprint.ofDigest(digest.add(parts.route()).end());
        return new Grouping(
                GroupingPolicy.ALGORITHM_VERSION,
                parts.message(),
                parts.frame(),
                parts.route(),
                Optional.empty(),
                fingerprint,
                family);
    }

    private static Grouping digest(String message, String frame, String route, List<String> client) {
        return new Grouping(
                GroupingPolicy.ALGORITHM_VERSION,
                message,
                frame,
                route,
                Optional.of(client),
                Fingerprint.ofDigest(client(client, message, frame, Optional.of(route))),
                FamilyKey.ofDigest(client(client, message, frame, Optional.empty())));
    }

    private static byte[] client(List<String> elements, String message, String frame, Optional<String> route) {
        PartDigest parts = PartDigest.empty().add(CLIENT_VERSION);
        for (String element : elements) {
            if (element.equals(ClientFingerprint.DEFAULT)) {
                parts.addMark().add(message).add(frame);
                route.ifPresent(parts::add);
            } else {
                parts.add(element);
            }
        }
        return parts.end();
    }
}
