package io.traceops.application.capture;

import io.traceops.application.port.Receipt;
import io.traceops.domain.event.Event;

/** What a ledger's receipt means to the client. */
final class Outcomes {
    private Outcomes() {}

    static CaptureOutcome of(Event event, Receipt receipt) {
        return switch (receipt) {
            case Receipt.Stored stored -> new CaptureOutcome.Accepted(stored.event());
            case Receipt.AlreadyStored already -> new CaptureOutcome.Duplicate(already.event());
            case Receipt.Refused refused -> new CaptureOutcome.Rejected(rejection(event, refused));
        };
    }

    static Rejection rejection(Event event, Receipt.Refused refused) {
        return switch (refused) {
            case Receipt.Conflicting _ -> new Rejection.Conflict(event.id());
            case Receipt.TooOld tooOld -> new Rejection.BeforeHorizon(event.service(), tooOld.horizonMicros());
            case Receipt.TooManyServices tooMany ->
                new Rejection.TooManyServices(event.service(), tooMany.servicesMax());
        };
    }
}
