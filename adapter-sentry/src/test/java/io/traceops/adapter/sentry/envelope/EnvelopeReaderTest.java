package io.traceops.adapter.sentry.envelope;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.traceops.adapter.sentry.envelope.Envelope.Item;
import io.traceops.adapter.sentry.envelope.Envelope.Reading;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class EnvelopeReaderTest {
    @ParameterizedTest
    @ValueSource(strings = {"{}", "{}\n", "{}\n\n", "{\"event_id\":\"12c2d058d58442709aa2eca08bf20986\"}"})
    void envelope_ofAHeaderAlone_hasNoItems(String text) {
        assertThat(read(text).items()).isEmpty();
    }

    @Test
    void payload_withLength_isExactlySoManyBytes() {
        assertThat(payloads("{}\n{\"type\":\"event\",\"length\":3}\na\nb")).containsExactly("a\nb");
        assertThat(payloads("{}\n{\"type\":\"event\",\"length\":3}\na\nb\n")).containsExactly("a\nb");
        assertThat(payloads("{}\n{\"type\":\"event\",\"length\":2}\nü")).containsExactly("ü");
        assertThat(payloads("{}\n{\"type\":\"event\",\"length\":0}\n\n{\"type\":\"event\",\"length\":1}\nx"))
                .containsExactly("", "x");
    }

    @Test
    void payload_withoutLength_goesOnToTheNextLineBreak() {
        assertThat(payloads("{}\n{\"type\":\"event\"}\n{}")).containsExactly("{}");
        assertThat(payloads("{}\n{\"type\":\"event\"}\n{}\n")).containsExactly("{}");
        assertThat(payloads("{}\n{\"type\":\"event\",\"length\":null}\n{}\n")).containsExactly("{}");
        assertThat(payloads("{}\n{\"type\":\"event\"}\n\n{\"type\":\"session\"}\n{}"))
                .containsExactly("", "{}");
    }

    @Test
    void items_ofBothKinds_mixInOneEnvelope() {
        String text = "{}\n{\"type\":\"event\"}\n{\"a\":1}\n{\"type\":\"attachment\",\"length\":4}\n\n\n\n\n\n"
                + "{\"type\":\"client_report\"}\n{\"b\":2}";

        assertThat(payloads(text)).containsExactly("{\"a\":1}", "\n\n\n\n", "{\"b\":2}");
        assertThat(read(text).items())
                .extracting(Item::type)
                .containsExactly(ItemType.EVENT, ItemType.ATTACHMENT, ItemType.CLIENT_REPORT);
    }

    @Test
    void item_withoutPayloadAtTheEnd_isEmpty() {
        assertThat(payloads("{}\n{\"type\":\"session\"}")).containsExactly("");
        assertThat(payloads("{}\n{\"type\":\"session\",\"length\":0}")).containsExactly("");
    }

    @Test
    void carriageReturn_beforeALineBreak_belongsToTheLine() {
        assertThat(payloads("{}\r\n{\"type\":\"event\"}\r\n{}\r\n")).containsExactly("{}\r");
    }

    @Test
    void item_ofAKindThatNobodyKnows_isUnknown() {
        assertThat(read("{}\n{\"type\":\"hologram\"}\n\n{}\n\n{\"type\":[]}\n").items())
                .extracting(Item::type)
                .containsOnly(ItemType.UNKNOWN)
                .hasSize(3);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "\n",
                "[]",
                "hello",
                "{}\n[]\n",
                "{}\n{\"type\":\"event\"",
                "{}\n{\"type\":\"event\",\"length\":3}\nab",
                "{}\n{\"type\":\"event\",\"length\":3}",
                "{}\n{\"type\":\"event\",\"length\":1}\nab",
                "{}\n{\"type\":\"event\",\"length\":-1}\na",
                "{}\n{\"type\":\"event\",\"length\":1.5}\na",
                "{}\n{\"type\":\"event\",\"length\":\"1\"}\na",
                "{}\n{\"type\":\"event\",\"length\":1e300}\na",
            })
    void bytes_thatAreNoEnvelope_areMalformed(String text) {
        assertThat(EnvelopeReader.read(text.getBytes(UTF_8))).isInstanceOf(Reading.Malformed.class);
    }

    @Test
    void problem_namesTheByte() {
        assertThat(EnvelopeReader.read("{}\n{\"type\":\"event\",\"length\":9}\nab".getBytes(UTF_8)))
                .isEqualTo(new Reading.Malformed("ends within an item: 9 bytes announced at byte 3, 2 there"));
    }

    @Test
    void envelope_ofTooManyItems_isMalformed() {
        String item = "{\"type\":\"session\"}\n{}\n";

        assertThat(read("{}\n" + item.repeat(EnvelopeReader.ITEMS_MAX)).items()).hasSize(EnvelopeReader.ITEMS_MAX);
        assertThat(EnvelopeReader.read(("{}\n" + item.repeat(EnvelopeReader.ITEMS_MAX + 1)).getBytes(UTF_8)))
                .isInstanceOf(Reading.Malformed.class);
    }

    @Test
    void header_ofTooManyBytes_isMalformed() {
        String header = "{\"x\":\"" + "x".repeat(EnvelopeReader.HEADER_BYTES_MAX) + "\"}";

        assertThat(EnvelopeReader.read(header.getBytes(UTF_8))).isInstanceOf(Reading.Malformed.class);
    }

    private static Envelope read(String text) {
        return switch (EnvelopeReader.read(text.getBytes(UTF_8))) {
            case Reading.Read(Envelope envelope) -> envelope;
            case Reading.Malformed(String problem) -> throw new AssertionError("the envelope " + problem);
        };
    }

    private static List<String> payloads(String text) {
        byte[] bytes = text.getBytes(UTF_8);
        return read(text).items().stream()
                .map(item -> new String(bytes, item.from(), item.length(), UTF_8))
                .toList();
    }
}
