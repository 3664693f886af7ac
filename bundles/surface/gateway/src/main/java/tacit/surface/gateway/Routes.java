package tacit.surface.gateway;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.concurrent.CopyOnWriteArrayList;
import tacit.api.http.HttpResource;

/** The resources that are there now, by port, path and method. Thread-safe. */
final class Routes {

    private static final Comparator<Match> MOST_EXACT =
            Comparator.comparingLong(match -> match.route().template().fixed());

    private final List<Route> routes = new CopyOnWriteArrayList<>();

    void add(HttpResource resource, String listener) {
        routes.add(new Route(listener, new PathTemplate(resource.path()), resource));
    }

    void remove(HttpResource resource) {
        routes.removeIf(route -> route.resource() == resource);
    }

    /** All that a port serves, in the order in which they came. */
    List<HttpResource> resources(String listener) {
        return routes.stream()
                .filter(route -> route.listener().equals(listener))
                .map(Route::resource)
                .toList();
    }

    /** The resource for a call; HEAD is answered by that for GET. */
    Optional<Match> find(Entrance entrance, String method, String rawPath) {
        String wanted = method.equals("HEAD") ? "GET" : method;
        return entrance.listeners().stream()
                .flatMap(listener -> matches(listener, rawPath).stream()
                        .filter(match -> match.route().resource().method().equals(wanted))
                        .max(MOST_EXACT)
                        .stream())
                .findFirst();
    }

    /** The methods that a path knows, for the header Allow; empty when nothing is there. */
    SortedSet<String> methods(Entrance entrance, String rawPath) {
        SortedSet<String> methods = new TreeSet<>();
        entrance.listeners().stream()
                .flatMap(listener -> matches(listener, rawPath).stream())
                .forEach(match -> methods.add(match.route().resource().method()));
        if (methods.contains("GET")) {
            methods.add("HEAD");
        }
        return methods;
    }

    private List<Match> matches(String listener, String rawPath) {
        return routes.stream()
                .filter(route -> route.listener().equals(listener))
                .flatMap(route -> route.template().match(rawPath).map(values -> new Match(route, values)).stream())
                .toList();
    }

    record Route(String listener, PathTemplate template, HttpResource resource) {}

    record Match(Route route, Map<String, String> parameters) {

        /** Whose rules say whether a token is needed: beyond this machine always those of the API. */
        String admittedBy(Entrance entrance) {
            return entrance.outside() ? HttpResource.API : route.listener();
        }
    }
}
