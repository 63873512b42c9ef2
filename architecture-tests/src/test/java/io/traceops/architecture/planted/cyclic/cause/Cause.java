package io.traceops.architecture.planted.cyclic.cause;

import io.traceops.architecture.planted.cyclic.effect.Effect;
import java.util.List;

public record Cause(List<Effect> effects) {}
