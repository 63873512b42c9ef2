package io.traceops.adapter.otlp.grpc;

import static org.assertj.core.api.Assertions.assertThat;

import io.grpc.KnownLength;
import io.grpc.Status;
import io.grpc.Status.Code;
import io.traceops.adapter.otlp.wire.Slice;
import io.traceops.application.capture.BodyBudget;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ExportMarshallerTest {
    private static final int BYTES_MAX = 1 << 20;

    private final BodyBudget budget = new BodyBudget(BYTES_MAX);
    private final ExportMarshaller marshaller = new ExportMarshaller(budget);

    /** What gRPC hands over for a message that was not compressed. */
    private static final class Known extends ByteArrayInputStream implements KnownLength {
        Known(byte[] bytes) {
            super(bytes);
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 65_535, 65_536, 65_537, 300_000})
    void export_ofAnyLength_isReadAsItIs(int length) {
        byte[] bytes = new byte[length];
        Arrays.fill(bytes, (byte) 7);

        assertThat(read(new ByteArrayInputStream(bytes))).isEqualTo(bytes);
        assertThat(read(new Known(bytes))).isEqualTo(bytes);
    }

    @Test
    void export_read_takesItsRoomUntilItIsGivenBack() {
        RawExport.Received received = (RawExport.Received) marshaller.parse(new Known(new byte[300_000]));

        assertThat(budget.bytesTaken()).isEqualTo(300_001);
        received.share().close();
        assertThat(budget.bytesTaken()).isZero();
    }

    @Test
    void export_withoutRoom_isToBeSentAgainLater() {
        for (InputStream large :
                new InputStream[] {new Known(new byte[BYTES_MAX]), new ByteArrayInputStream(new byte[BYTES_MAX])}) {
            RawExport.Refused refused = (RawExport.Refused) marshaller.parse(large);

            assertThat(refused.answer().getStatus().getCode()).isEqualTo(Code.RESOURCE_EXHAUSTED);
            assertThat(budget.bytesTaken()).isZero();
        }
    }

    @Test
    void export_thatBreaks_isInvalidAndTakesNoRoom() {
        RawExport.Refused refused = (RawExport.Refused) marshaller.parse(new InputStream() {
            @Override
            public int read() throws IOException {
                throw new IOException("broken");
            }

            @Override
            public int read(byte[] bytes, int from, int length) throws IOException {
                throw new IOException("broken");
            }
        });

        assertThat(refused.answer().getStatus().getCode()).isEqualTo(Code.INVALID_ARGUMENT);
        assertThat(budget.bytesTaken()).isZero();
    }

    @Test
    void export_tooLarge_isRefusedAsGrpcDoes() {
        RawExport.Refused refused = (RawExport.Refused) marshaller.parse(new InputStream() {
            @Override
            public int read() {
                throw Status.RESOURCE_EXHAUSTED.withDescription("too large").asRuntimeException();
            }

            @Override
            public int read(byte[] bytes, int from, int length) {
                return read();
            }
        });

        assertThat(refused.answer().getStatus().getDescription()).isEqualTo("too large");
    }

    private byte[] read(InputStream stream) {
        RawExport.Received received = (RawExport.Received) marshaller.parse(stream);
        Slice bytes = received.bytes();
        return Arrays.copyOfRange(bytes.array(), bytes.from(), bytes.from() + bytes.length());
    }
}
