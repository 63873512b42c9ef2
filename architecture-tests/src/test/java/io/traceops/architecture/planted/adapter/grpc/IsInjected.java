package io.traceops.architecture.planted.adapter.grpc;

import jakarta.inject.Singleton;

@Singleton
final class IsInjected {}
