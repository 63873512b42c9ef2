package io.traceops.architecture.planted.cyclic.effect;

import io.traceops.architecture.planted.cyclic.cause.Cause;
import java.util.List;

public record Effect(List<Cause> causes) {}
