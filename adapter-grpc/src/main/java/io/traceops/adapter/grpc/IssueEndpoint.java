package io.traceops.adapter.grpc;

import io.grpc.stub.ServerCallStreamObserver;
import io.grpc.stub.StreamObserver;
import io.traceops.application.watch.Watching;
import io.traceops.domain.event.ServiceName;
import io.traceops.v1.GetIssueRequest;
import io.traceops.v1.Issue;
import io.traceops.v1.IssueServiceGrpc.IssueServiceImplBase;
import io.traceops.v1.ListIssueEventsRequest;
import io.traceops.v1.ListIssueEventsResponse;
import io.traceops.v1.ListIssuesNeedingAttentionRequest;
import io.traceops.v1.ListIssuesNeedingAttentionResponse;
import io.traceops.v1.ListIssuesRequest;
import io.traceops.v1.ListIssuesResponse;
import io.traceops.v1.ListServicesRequest;
import io.traceops.v1.ListServicesResponse;
import io.traceops.v1.WatchIssuesRequest;
import io.traceops.v1.WatchIssuesResponse;
import java.util.Optional;

/** Issues out: maps, calls one use case, maps back. Thread-safe. */
final class IssueEndpoint extends IssueServiceImplBase {
    private final GrpcUseCases useCases;
    private final GrpcSettings settings;
    private final OpenStreams openStreams;

    IssueEndpoint(GrpcUseCases useCases, GrpcSettings settings, OpenStreams openStreams) {
        this.useCases = useCases;
        this.settings = settings;
        this.openStreams = openStreams;
    }

    @Override
    public void listIssues(ListIssuesRequest request, StreamObserver<ListIssuesResponse> client) {
        Answers.send(
                client,
                useCases.triageIssues().list(QueryMessages.read(request)),
                page -> ListIssuesResponse.newBuilder()
                        .addAllIssues(IssueMessages.write(page.items()))
                        .setNextPageToken(page.nextCursor().orElse(""))
                        .build());
    }

    @Override
    public void getIssue(GetIssueRequest request, StreamObserver<Issue> client) {
        Answers.send(client, useCases.triageIssues().issue(request.getId()), IssueMessages::write);
    }

    @Override
    public void listIssueEvents(ListIssueEventsRequest request, StreamObserver<ListIssueEventsResponse> client) {
        Answers.send(
                client,
                useCases.triageIssues()
                        .events(
                                request.getIssueId(),
                                QueryMessages.limit(request.getPageSize()),
                                EventMessages.text(request.getPageToken())),
                page -> ListIssueEventsResponse.newBuilder()
                        .addAllEvents(EventMessages.write(page.items()))
                        .setNextPageToken(page.nextCursor().orElse(""))
                        .build());
    }

    @Override
    public void listIssuesNeedingAttention(
            ListIssuesNeedingAttentionRequest request, StreamObserver<ListIssuesNeedingAttentionResponse> client) {
        Answers.send(
                client,
                useCases.triageIssues()
                        .needsAttention(
                                EventMessages.text(request.getServiceName()),
                                QueryMessages.limit(request.getPageSize())),
                issues -> ListIssuesNeedingAttentionResponse.newBuilder()
                        .addAllIssues(IssueMessages.write(issues))
                        .build());
    }

    @Override
    public void listServices(ListServicesRequest request, StreamObserver<ListServicesResponse> client) {
        Answers.send(client, ServiceMessages.write(useCases.listServices().services()));
    }

    @Override
    public void watchIssues(WatchIssuesRequest request, StreamObserver<WatchIssuesResponse> client) {
        Optional<String> name = EventMessages.text(request.getServiceName());
        Optional<String> problem = name.flatMap(ServiceName::problemOf);
        if (problem.isPresent()) {
            client.onError(Problems.invalid("service_name", problem.get()));
            return;
        }
        Optional<String> token = EventMessages.text(request.getResumeToken());
        switch (useCases.transitions().watch(token, name.map(ServiceName::new))) {
            case Watching.Started started ->
                WatchSession.start(
                        started.watch(), settings, openStreams, (ServerCallStreamObserver<WatchIssuesResponse>) client);
            case Watching.UnknownToken _ -> client.onError(Problems.tokenUnknown());
            case Watching.ExpiredToken _ -> client.onError(Problems.tokenExpired());
            case Watching.TooManyWatchers tooMany -> client.onError(Problems.tooManyWatchers(tooMany.watchersMax()));
        }
    }
}
