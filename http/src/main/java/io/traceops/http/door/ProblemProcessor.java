package io.traceops.http.door;

import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.MutableHttpResponse;
import io.micronaut.http.server.exceptions.UnsupportedMediaException;
import io.micronaut.http.server.exceptions.response.ErrorContext;
import io.micronaut.http.server.exceptions.response.ErrorResponseProcessor;
import io.traceops.http.problem.Problem;
import io.traceops.http.problem.ProblemFormats;
import io.traceops.http.problem.Problems;
import jakarta.inject.Singleton;
import java.net.URISyntaxException;
import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;

/** Gives the failures that the HTTP server itself finds the shape that all others have. */
@Singleton
final class ProblemProcessor implements ErrorResponseProcessor<byte[]> {
    private final ProblemFormats formats;

    ProblemProcessor(ProblemFormats formats) {
        this.formats = formats;
    }

    @Override
    public MutableHttpResponse<byte[]> processResponse(ErrorContext context, MutableHttpResponse<?> response) {
        HttpRequest<?> request = context.getRequest();
        MutableHttpResponse<byte[]> answer = DecoderFailures.of(request).orElseGet(() -> answer(context, response));
        formats.apply(request, answer);
        StandardHeaders.addTo(request, answer);
        return answer;
    }

    private static MutableHttpResponse<byte[]> answer(ErrorContext context, MutableHttpResponse<?> response) {
        boolean isAddress = context.getRootCause()
                .filter(cause -> cause instanceof URISyntaxException)
                .isPresent();
        return isAddress ? Problems.malformedAddress() : Problems.fill(response, problem(context, response));
    }

    private static Problem problem(ErrorContext context, MutableHttpResponse<?> response) {
        HttpStatus status = response.status();
        return switch (status) {
            case NOT_FOUND -> Problem.of("no such path", "GET / lists what there is.");
            case METHOD_NOT_ALLOWED -> Problem.of("method not allowed", "Allowed: " + allowed(response) + ".");
            case NOT_ACCEPTABLE -> Problem.of("not acceptable", "This path does not answer in a type that you accept.");
            case UNSUPPORTED_MEDIA_TYPE -> Problem.of("unsupported content type", expected(context));
            case BAD_REQUEST -> Problem.of("malformed request");
            case INTERNAL_SERVER_ERROR -> UnexpectedFailures.log(context.getRequest(), context.getRootCause());
            default -> Problem.of(status.getReason().toLowerCase(Locale.ROOT));
        };
    }

    private static String allowed(MutableHttpResponse<?> response) {
        return response.getHeaders().getAll(HttpHeaders.ALLOW).stream()
                .flatMap(methods -> Arrays.stream(methods.split(",", -1)))
                .map(String::strip)
                .sorted()
                .collect(Collectors.joining(", "));
    }

    private static String expected(ErrorContext context) {
        return context.getRootCause()
                .filter(cause -> cause instanceof UnsupportedMediaException)
                .map(cause -> ((UnsupportedMediaException) cause).getAcceptableContentTypes())
                .map(types -> "Send " + String.join(" or ", types) + ".")
                .orElse("Send what the API's description names.");
    }
}
