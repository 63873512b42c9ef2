package io.traceops.http.body;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.github.luben.zstd.Zstd;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.zip.Deflater;
import java.util.zip.DeflaterOutputStream;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** What packed bodies unpack to, and that what is no packed body fails as a stream does. */
class ContentCodingTest {
    private static final byte[] TEXT = "{\"message\":\"boom\"}".repeat(40).getBytes(UTF_8);

    /** "hello" as brotli packs it. */
    private static final byte[] BROTLI_HELLO = HexFormat.of().parseHex("0b028068656c6c6f03");

    @ParameterizedTest
    @CsvSource({
        "'', IDENTITY",
        "identity, IDENTITY",
        "UTF-8, IDENTITY",
        "gzip, GZIP",
        "X-GZIP, GZIP",
        "deflate, DEFLATE",
        "br, BR",
        "zstd, ZSTD"
    })
    void coding_thatAHeaderNames_isFound(String header, ContentCoding coding) {
        assertThat(ContentCoding.of(header)).contains(coding);
    }

    @ParameterizedTest
    @CsvSource({"compress", "'gzip, br'", "*", "lzma"})
    void coding_thatNobodyKnows_isNotFound(String header) {
        assertThat(ContentCoding.of(header)).isEmpty();
    }

    @Test
    void text_packed_comesBack() throws IOException {
        assertThat(unpacked(ContentCoding.IDENTITY, TEXT)).isEqualTo(TEXT);
        assertThat(unpacked(ContentCoding.GZIP, gzip(TEXT))).isEqualTo(TEXT);
        assertThat(unpacked(ContentCoding.DEFLATE, deflate(TEXT, false))).isEqualTo(TEXT);
        assertThat(unpacked(ContentCoding.DEFLATE, deflate(TEXT, true)))
                .as("without the header of zlib")
                .isEqualTo(TEXT);
        assertThat(unpacked(ContentCoding.BR, BROTLI_HELLO)).isEqualTo("hello".getBytes(UTF_8));
        assertThat(unpacked(ContentCoding.ZSTD, Zstd.compress(TEXT))).isEqualTo(TEXT);
    }

    @Test
    void gzip_ofSeveralMembers_comesBackAsOne() throws IOException {
        assertThat(unpacked(ContentCoding.GZIP, joined(gzip(TEXT), 3))).isEqualTo(joined(TEXT, 3));
    }

    @Test
    void gzip_ofVeryManyEmptyMembers_isEmpty() throws IOException {
        assertThat(unpacked(ContentCoding.GZIP, joined(gzip(new byte[0]), 200_000)))
                .as("and overflows no stack")
                .isEmpty();
    }

    @ParameterizedTest
    @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "IDENTITY")
    void body_thatIsNotPackedSo_fails(ContentCoding coding) {
        assertThatThrownBy(() -> unpacked(coding, TEXT)).isInstanceOf(IOException.class);
    }

    @ParameterizedTest
    @EnumSource(
            mode = EnumSource.Mode.EXCLUDE,
            names = {"IDENTITY", "ZSTD"})
    void body_ofNothing_fails(ContentCoding coding) {
        assertThatThrownBy(() -> unpacked(coding, new byte[0])).isInstanceOf(IOException.class);
    }

    @Test
    void body_thatIsCutOff_fails() {
        assertCutOffFails(ContentCoding.GZIP, gzip(TEXT));
        assertCutOffFails(ContentCoding.DEFLATE, deflate(TEXT, false));
        assertCutOffFails(ContentCoding.BR, BROTLI_HELLO);
        assertCutOffFails(ContentCoding.ZSTD, Zstd.compress(TEXT));
    }

    private static void assertCutOffFails(ContentCoding coding, byte[] packed) {
        assertThatThrownBy(() -> unpacked(coding, Arrays.copyOf(packed, packed.length - 3)))
                .as("%s", coding)
                .isInstanceOf(IOException.class);
    }

    @Test
    void zstd_thatClaimsALargerWindowThanHttpAllows_fails() {
        // A frame whose header asks for a window of 64 MiB.
        byte[] claims = HexFormat.of().parseHex("28b52ffd0080");

        assertThatThrownBy(() -> unpacked(ContentCoding.ZSTD, claims)).isInstanceOf(IOException.class);
    }

    private static byte[] unpacked(ContentCoding coding, byte[] packed) throws IOException {
        try (InputStream unpacked = coding.unpack(new ByteArrayInputStream(packed))) {
            return unpacked.readAllBytes();
        }
    }

    private static byte[] joined(byte[] part, int times) {
        ByteArrayOutputStream all = new ByteArrayOutputStream(part.length * times);
        for (int i = 0; i < times; i++) {
            all.writeBytes(part);
        }
        return all.toByteArray();
    }

    private static byte[] gzip(byte[] bytes) {
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (OutputStream out = new GZIPOutputStream(packed)) {
            out.write(bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return packed.toByteArray();
    }

    private static byte[] deflate(byte[] bytes, boolean raw) {
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (OutputStream out = new DeflaterOutputStream(packed, new Deflater(Deflater.DEFAULT_COMPRESSION, raw))) {
            out.write(bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return packed.toByteArray();
    }
}
