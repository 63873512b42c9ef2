package io.traceops.domain.lifecycle;

import static org.assertj.core.api.Assertions.assertThat;

import io.traceops.domain.event.ServiceName;
import io.traceops.domain.grouping.Fingerprint;
import java.util.Locale;
import org.junit.jupiter.api.Test;

class IssueIdTest {
    private static final String HEX = "1a908231ac0daeba769f65798d7b8c79";

    /** Computed elsewhere, with {@code sha256(be32(len(name)) + name + fingerprint)[:16]}: stored ids must not move. */
    @Test
    void of_isTheDigestOfLengthNameAndFingerprint() {
        byte[] fingerprint = new byte[32];
        for (int i = 0; i < fingerprint.length; i++) {
            fingerprint[i] = (byte) i;
        }

        IssueId id = IssueId.of(new ServiceName("zahlung-ü"), Fingerprint.ofDigest(fingerprint));

        assertThat(id.hex()).isEqualTo(HEX);
        assertThat(IssueId.parse(HEX)).contains(id);
    }

    @Test
    void parse_anyOtherText_isEmpty() {
        assertThat(IssueId.parse(HEX.substring(1))).isEmpty();
        assertThat(IssueId.parse(HEX + "0")).isEmpty();
        assertThat(IssueId.parse(HEX.toUpperCase(Locale.ROOT))).isEmpty();
        // The neighbours of the digits and letters.
        for (char c : new char[] {'/', ':', '`', 'g'}) {
            assertThat(IssueId.parse(c + HEX.substring(1))).as("%s", c).isEmpty();
        }
        assertThat(IssueId.parse("09af".repeat(8))).isPresent();
    }
}
