package io.traceops.architecture.planted.domain;

import jakarta.inject.Singleton;

@Singleton
final class IsInjected {}
