package io.traceops.http.json;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class Utf8Test {
    @ParameterizedTest
    @CsvSource({
        "'', -1",
        "617a7f, -1",
        "c280dfbf, -1",
        "e0a080efbfbf, -1",
        "ed9fbfee8080, -1",
        "f0908080f48fbfbf, -1",
        "00, 0",
        "6180, 1",
        "61c080, 1",
        "61c1bf, 1",
        "e09fbf, 0",
        "eda080, 0",
        "edbfbf, 0",
        "f08fbfbf, 0",
        "f4908080, 0",
        "f5808080, 0",
        "ff, 0",
        "61c3, 1",
        "e0a0, 0",
        "f09080, 0",
        "e0a0c0, 0",
    })
    void firstInvalid_ofBytes_isWhereTheTextBreaks(String hex, int expected) {
        byte[] bytes = HexFormat.of().parseHex(hex);

        assertThat(Utf8.firstInvalid(bytes, 0, bytes.length)).isEqualTo(expected);
    }

    @Test
    void firstInvalid_ofARange_seesNothingElse() {
        byte[] bytes = {(byte) 0xff, 'a', (byte) 0xc3, (byte) 0xa9};

        assertThat(Utf8.firstInvalid(bytes, 1, 4)).isEqualTo(-1);
        assertThat(Utf8.firstInvalid(bytes, 1, 3)).isEqualTo(2);
    }

    @Property
    void firstInvalid_ofAnyBytes_agreesWithThePlatform(@ForAll byte[] bytes) {
        boolean isText = Utf8.firstInvalid(bytes, 0, bytes.length) < 0;

        assertThat(isText).isEqualTo(isDecodable(bytes) && !hasNul(bytes));
    }

    @Property
    void firstInvalid_ofAnyText_findsNothing(@ForAll String text) {
        byte[] bytes = text.replace('\0', ' ').getBytes(StandardCharsets.UTF_8);

        assertThat(Utf8.firstInvalid(bytes, 0, bytes.length)).isEqualTo(-1);
    }

    private static boolean isDecodable(byte[] bytes) {
        try {
            StandardCharsets.UTF_8
                    .newDecoder()
                    .onMalformedInput(CodingErrorAction.REPORT)
                    .decode(ByteBuffer.wrap(bytes));
            return true;
        } catch (CharacterCodingException e) {
            return false;
        }
    }

    private static boolean hasNul(byte[] bytes) {
        for (byte b : bytes) {
            if (b == 0) {
                return true;
            }
        }
        return false;
    }
}
