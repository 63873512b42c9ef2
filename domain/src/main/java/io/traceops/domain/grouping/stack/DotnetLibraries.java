package io.traceops.domain.grouping.stack;

import java.util.Set;

/** Namespaces of .NET, its frameworks, its best-known packages, Mono and Unity. */
final class DotnetLibraries {
    static final LibraryTable TABLE = LibraryTable.of(
            Set.of(
                    "System.",
                    "Microsoft.",
                    "Internal.",
                    "Interop.",
                    "Mono.",
                    "MS.",
                    "Windows.",
                    "UnityEngine.",
                    "UnityEditor.",
                    "Amazon.",
                    "AutoMapper.",
                    "Autofac.",
                    "Azure.",
                    "Castle.",
                    "Confluent.",
                    "Dapper.",
                    "Elasticsearch.",
                    "FluentAssertions.",
                    "FluentValidation.",
                    "FSharp.",
                    "Google.Protobuf.",
                    "Grpc.",
                    "Hangfire.",
                    "IdentityServer4.",
                    "MassTransit.",
                    "MediatR.",
                    "MongoDB.",
                    "Moq.",
                    "MySql.",
                    "MySqlConnector.",
                    "NHibernate.",
                    "NLog.",
                    "NUnit.",
                    "NServiceBus.",
                    "Newtonsoft.",
                    "Npgsql.",
                    "Oracle.",
                    "Polly.",
                    "Quartz.",
                    "RabbitMQ.",
                    "Refit.",
                    "RestSharp.",
                    "Serilog.",
                    "ServiceStack.",
                    "SqlSugar.",
                    "StackExchange.",
                    "Swashbuckle.",
                    "Xamarin.",
                    "Xunit.",
                    "Cysharp."),
            Set.of(),
            Set.of());

    private DotnetLibraries() {}
}
