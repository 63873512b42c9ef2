package io.traceops.bootstrap;

import io.traceops.application.port.ServiceLedger;
import io.traceops.application.port.TransitionListener;
import io.traceops.bootstrap.settings.EngineSettings;

/** Opens the store of a server that is about to start. */
@FunctionalInterface
public interface StoreSource {
    /** @param listener hears of every transition */
    ServiceLedger open(EngineSettings settings, TransitionListener listener);
}
