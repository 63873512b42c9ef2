package io.traceops.domain.grouping;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.HexFormat;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class FingerprintTest {
    private static final String HEX = "00112233445566778899aabbccddeeff0123456789abcdeffedcba9876543210";

    @Test
    void fingerprint_ofADigest_keepsItsBytesAndItsHex() {
        byte[] digest = HexFormat.of().parseHex(HEX);

        Fingerprint fingerprint = Fingerprint.ofDigest(digest);

        assertThat(fingerprint.hex()).isEqualTo(HEX).hasSize(Fingerprint.HEX_LENGTH);
        assertThat(fingerprint).hasToString(HEX);
        assertThat(fingerprint.toBytes()).isEqualTo(digest);
        assertThat(FamilyKey.ofDigest(digest)).hasToString(HEX.substring(0, 32));
    }

    @Test
    void fingerprint_ofAnotherLength_isRefused() {
        assertThatThrownBy(() -> Fingerprint.ofDigest(new byte[31])).hasMessageContaining("31 bytes, allowed 32");
    }

    @Test
    void fingerprints_sorted_haveTheOrderOfTheirHex() {
        List<Fingerprint> ascending = List.of(
                new Fingerprint(0, 0, 0, 1),
                new Fingerprint(0, 0, 0, -1),
                new Fingerprint(0, 0, 1, 0),
                new Fingerprint(0, 0, -1, 0),
                new Fingerprint(0, 1, 0, 0),
                new Fingerprint(0, -1, 0, 0),
                new Fingerprint(1, 0, 0, 0),
                new Fingerprint(-1, 0, 0, 0));

        assertThat(Stream.of(7, 3, 5, 1, 0, 2, 6, 4).map(ascending::get).sorted())
                .isEqualTo(ascending);
        assertThat(ascending.get(3)).isEqualByComparingTo(new Fingerprint(0, 0, -1, 0));
        assertThat(ascending).isSortedAccordingTo((a, b) -> a.hex().compareTo(b.hex()));
    }
}
