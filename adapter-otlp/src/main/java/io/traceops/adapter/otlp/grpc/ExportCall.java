package io.traceops.adapter.otlp.grpc;

import com.google.protobuf.Message;
import io.grpc.Metadata;
import io.grpc.ServerCall;
import io.grpc.ServerCall.Listener;
import io.grpc.Status;
import io.grpc.StatusRuntimeException;
import io.traceops.adapter.otlp.intake.ExportIntake;
import io.traceops.adapter.otlp.intake.Signal;
import io.traceops.adapter.otlp.wire.MalformedExport;
import io.traceops.grpc.ClosedOnce;
import java.util.HexFormat;
import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One export: takes its message, and answers once the client has said that this was all. By hand, since what gRPC offers
 * for this answers a missing or a second message as if the server had failed.
 *
 * <p>Called by one thread at a time.
 */
final class ExportCall extends Listener<RawExport> {
    private static final Logger LOG = LoggerFactory.getLogger(ExportCall.class);

    private final ServerCall<RawExport, Message> call;
    private final Signal signal;
    private final ExportIntake intake;
    private final Runnable leave;
    private Optional<RawExport.Received> export = Optional.empty();
    private boolean answered;

    /**
     * @param call may be closed by others meanwhile
     * @param leave is run once, when the call is over
     */
    ExportCall(ServerCall<RawExport, Message> call, Signal signal, ExportIntake intake, Runnable leave) {
        this.call = call;
        this.signal = signal;
        this.intake = intake;
        this.leave = leave;
    }

    @Override
    public void onMessage(RawExport message) {
        switch (message) {
            case RawExport.Received received -> {
                if (export.isPresent()) {
                    received.share().close();
                    refuse(Problems.malformed("a call takes one export, and more came"));
                } else {
                    export = Optional.of(received);
                }
            }
            case RawExport.Refused refused -> {
                if (refused.isFinal()) {
                    intake.countUnread();
                }
                refuse(refused.answer());
            }
        }
    }

    @Override
    public void onHalfClose() {
        if (answered) {
            return;
        }
        if (export.isEmpty()) {
            refuse(Problems.malformed("a call takes one export, and none came"));
            return;
        }
        try {
            answer(intake.take(signal, export.get().bytes()).toProtobuf());
        } catch (MalformedExport malformed) {
            refuse(Problems.malformed("the export cannot be read: " + malformed.getMessage()));
        } catch (RuntimeException | Error failure) {
            refuse(noted(failure));
        }
    }

    @Override
    public void onComplete() {
        end();
    }

    @Override
    public void onCancel() {
        answered = true;
        end();
    }

    private void end() {
        export.ifPresent(received -> received.share().close());
        leave.run();
    }

    private void answer(Message message) {
        answered = true;
        call.sendHeaders(new Metadata());
        call.sendMessage(message);
        call.close(Status.OK, new Metadata());
    }

    private void refuse(StatusRuntimeException answer) {
        if (!answered) {
            answered = true;
            ClosedOnce.close(call, answer);
        }
    }

    /** Random, since an id only has to differ from others; nobody gains anything by guessing it. */
    private StatusRuntimeException noted(Throwable failure) {
        ThreadLocalRandom random = ThreadLocalRandom.current();
        HexFormat hex = HexFormat.of();
        String errorId = hex.toHexDigits(random.nextLong()) + hex.toHexDigits(random.nextLong());
        LOG.error("taking {} failed; error id {}", signal, errorId, failure);
        return Problems.serverFault(errorId);
    }
}
