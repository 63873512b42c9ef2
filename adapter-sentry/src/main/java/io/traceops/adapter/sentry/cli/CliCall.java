package io.traceops.adapter.sentry.cli;

import io.micronaut.http.HttpMethod;
import java.util.List;

/** What the command line asks for. */
sealed interface CliCall {
    /** Whether the token is good. */
    record WhoAmI() implements CliCall {}

    /** To announce a release, or to change one. */
    record NewRelease(String organization) implements CliCall {}

    record ListReleases(String organization) implements CliCall {}

    record GetRelease(ReleaseId release) implements CliCall {}

    /** To change a release, or to announce it. */
    record UpdateRelease(ReleaseId release) implements CliCall {}

    record DeleteRelease(ReleaseId release) implements CliCall {}

    /** The repositories that commits may come from. */
    record ListRepositories() implements CliCall {}

    /** The release before, from whose last commit on a release has its own. */
    record PreviousWithCommits() implements CliCall {}

    record NewDeploy(ReleaseId release) implements CliCall {}

    record ListDeploys(ReleaseId release) implements CliCall {}

    /** To upload source maps or debug files, or to ask how. */
    record Upload() implements CliCall {}

    /** Anything else. */
    record Unknown() implements CliCall {}

    /**
     * What a request asks for.
     *
     * @param segments the path below {@code /api/0/}, decoded
     */
    static CliCall of(HttpMethod method, List<String> segments) {
        if (segments.isEmpty()) {
            return method == HttpMethod.GET ? new WhoAmI() : new Unknown();
        }
        boolean isOrganization = segments.getFirst().equals("organizations") && segments.size() >= 3;
        boolean isProject = segments.getFirst().equals("projects") && segments.size() >= 4;
        if (isOrganization) {
            return ofOrganization(method, segments.get(1), segments.subList(2, segments.size()));
        }
        // A release of a project is the one of its organization.
        return isProject
                ? ofOrganization(method, segments.get(1), segments.subList(3, segments.size()))
                : new Unknown();
    }

    private static CliCall ofOrganization(HttpMethod method, String organization, List<String> rest) {
        if (rest.equals(List.of("repos"))) {
            return method == HttpMethod.GET ? new ListRepositories() : new Unknown();
        }
        if (isUpload(rest.getFirst())) {
            return new Upload();
        }
        if (!rest.getFirst().equals("releases")) {
            return new Unknown();
        }
        if (rest.size() == 1) {
            return switch (method) {
                case GET -> new ListReleases(organization);
                case POST -> new NewRelease(organization);
                default -> new Unknown();
            };
        }
        return ofRelease(method, new ReleaseId(organization, rest.get(1)), rest.subList(2, rest.size()));
    }

    private static CliCall ofRelease(HttpMethod method, ReleaseId release, List<String> rest) {
        if (rest.isEmpty()) {
            return switch (method) {
                case GET -> new GetRelease(release);
                case PUT, POST -> new UpdateRelease(release);
                case DELETE -> new DeleteRelease(release);
                default -> new Unknown();
            };
        }
        if (rest.equals(List.of("deploys"))) {
            return switch (method) {
                case GET -> new ListDeploys(release);
                case POST -> new NewDeploy(release);
                default -> new Unknown();
            };
        }
        if (isUpload(rest.getFirst())) {
            return new Upload();
        }
        return rest.equals(List.of("previous-with-commits")) && method == HttpMethod.GET
                ? new PreviousWithCommits()
                : new Unknown();
    }

    private static boolean isUpload(String segment) {
        return switch (segment) {
            case "chunk-upload", "files", "dsyms", "difs", "artifactbundle", "artifact-bundles", "sourcemaps" -> true;
            default -> false;
        };
    }
}
