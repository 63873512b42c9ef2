package io.traceops.domain.event;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class EventTest {
    private static final EventId ID = new EventId("e1");
    private static final ServiceName SERVICE = new ServiceName("api");

    @ParameterizedTest
    @EnumSource(EventType.class)
    void of_eachType_givesThatKind(EventType type) {
        Event event = Event.of(type, ID, SERVICE, 7, "hello", Metadata.EMPTY);

        assertThat(event.type()).isEqualTo(type);
        assertThat(event.moment()).isEqualTo(new Moment(7, ID));
        assertThat(event instanceof Trigger).isEqualTo(type != EventType.ERROR);
    }

    @Test
    void event_beforeTheEpoch_isRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new ErrorEvent(ID, SERVICE, -1, "", Metadata.EMPTY))
                .withMessageContaining("-1");
        assertThat(new ErrorEvent(ID, SERVICE, 0, "", Metadata.EMPTY).timestampMicros())
                .isZero();
    }

    @Test
    void event_messageBeyondTheBound_isRefused() {
        String longest = "x".repeat(Event.MESSAGE_LENGTH_MAX);

        assertThat(new ErrorEvent(ID, SERVICE, 0, longest, Metadata.EMPTY).message())
                .isEqualTo(longest);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new ErrorEvent(ID, SERVICE, 0, longest + "x", Metadata.EMPTY))
                .withMessageContaining("8193")
                .withMessageContaining("8192");
    }

    @ParameterizedTest
    @ValueSource(strings = {"a", "Z9._:-", "0192f3a4-5b6c-7d8e-9f00-112233445566"})
    void eventId_allowedCharacters_isAccepted(String value) {
        assertThat(EventId.problemOf(value)).isEmpty();
        assertThat(new EventId(value)).hasToString(value);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "a b", "a/b", "é", "a\n", "a@", "a[", "a`", "a{", "a,", "a;"})
    void eventId_otherCharacters_isRefused(String value) {
        assertThat(EventId.problemOf(value)).isPresent();
        assertThatIllegalArgumentException().isThrownBy(() -> new EventId(value));
    }

    @Test
    void eventId_lengthBound_isInclusive() {
        assertThat(EventId.problemOf("x".repeat(64))).isEmpty();
        assertThat(EventId.problemOf("x".repeat(65)))
                .hasValueSatisfying(
                        problem -> assertThat(problem).contains("65").contains("64"));
    }

    @Test
    void serviceName_surroundedByBlanks_isTrimmed() {
        assertThat(new ServiceName("  api \t").value()).isEqualTo("api");
        assertThat(new ServiceName(" ".repeat(300) + "api")).hasToString("api");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "   ", "a\u0000b", "a\nb", "a\u007fb", "a\ud800b"})
    void serviceName_blankOrUnprintable_isRefused(String value) {
        assertThat(ServiceName.problemOf(value)).isPresent();
        assertThatIllegalArgumentException().isThrownBy(() -> new ServiceName(value));
    }

    @Test
    void serviceName_lengthBound_isInclusive() {
        assertThat(ServiceName.problemOf("x".repeat(200))).isEmpty();
        assertThat(ServiceName.problemOf("x".repeat(201))).isPresent();
    }

    @Test
    void serviceNames_areOrderedAsText() {
        assertThat(new ServiceName("a")).isLessThan(new ServiceName("b"));
    }

    @Test
    void moments_areOrderedByTimeThenId() {
        Moment early = new Moment(1, new EventId("z"));
        Moment late = new Moment(2, new EventId("a"));
        Moment lateToo = new Moment(2, new EventId("b"));

        assertThat(early.isBefore(late)).isTrue();
        assertThat(late.isBefore(lateToo)).isTrue();
        assertThat(lateToo.isAfter(late)).isTrue();
        assertThat(late.isAfter(late)).isFalse();
        assertThat(late.isBefore(late)).isFalse();
    }

    @Test
    void startOf_aTime_comesBeforeEveryEventOfThatTimeAndAfterAllEarlierOnes() {
        Moment start = Moment.startOf(5);

        assertThat(start).isLessThanOrEqualTo(new Moment(5, new EventId("-")));
        assertThat(start).isLessThan(new Moment(5, new EventId("--")));
        assertThat(start).isLessThan(new Moment(5, new EventId(".")));
        assertThat(start).isGreaterThan(new Moment(4, new EventId("zzz")));
        assertThat(Moment.startOf(-3)).isEqualTo(Moment.startOf(0));
    }

    @Test
    void moment_beforeTheEpoch_isRefused() {
        assertThatIllegalArgumentException().isThrownBy(() -> new Moment(-1, ID));
    }
}
