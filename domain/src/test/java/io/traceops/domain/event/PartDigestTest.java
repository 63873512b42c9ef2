package io.traceops.domain.event;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.HexFormat;
import org.junit.jupiter.api.Test;

class PartDigestTest {
    @Test
    void parts_writeTheirLengthsAndTheirBytes() {
        assertThat(hex(PartDigest.empty().add("").add("café 😀").end()))
                .isEqualTo("af3c1a00bd6724982bfdd335c54eba21f4f205cd0d626dd896a2e962a4c16092");
        assertThat(hex(PartDigest.empty().addMark().end()))
                .isEqualTo("ad95131bc0b799c0b1af477fb14fcf26a6a9f76079e48bf090acb7e8367bfd0e");
    }

    @Test
    void bytes_areWrittenAsTheTextThatTheyAre() {
        byte[] around = "(café)".getBytes(UTF_8);

        assertThat(PartDigest.empty().add(around, 1, around.length - 2).end())
                .isEqualTo(PartDigest.empty().add("café").end());
    }

    @Test
    void bytes_beyondTheArray_areRefusedBeforeAnythingIsWritten() {
        PartDigest digest = PartDigest.empty().add("a");

        assertThatExceptionOfType(IndexOutOfBoundsException.class).isThrownBy(() -> digest.add(new byte[3], 2, 2));
        assertThat(digest.end()).isEqualTo(PartDigest.empty().add("a").end());
    }

    @Test
    void digest_soFar_isThatOfTheSameParts() {
        PartDigest digest = PartDigest.empty().add("a");

        assertThat(digest.soFar()).isEqualTo(PartDigest.empty().add("a").end());
        assertThat(digest.add("b").end())
                .isEqualTo(PartDigest.empty().add("a").add("b").end());
    }

    @Test
    void id_isTheFirstHalf() {
        assertThat(PartDigest.empty().add("").add("café 😀").endAsId()).isEqualTo("af3c1a00bd6724982bfdd335c54eba21");
    }

    private static String hex(byte[] digest) {
        return HexFormat.of().formatHex(digest);
    }
}
