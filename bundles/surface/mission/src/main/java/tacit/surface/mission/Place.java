package tacit.surface.mission;

import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import tacit.api.http.Call;

/**
 * Where in Mission Control somebody is: a panel, what of it, and the parameters. Immutable.
 *
 * @param panel the panel's id
 * @param path the segments after it
 * @param parameters of the query
 */
record Place(String panel, List<String> path, Map<String, List<String>> parameters) {

    /** Stands in the path for an id that cannot; the id itself is a parameter. */
    private static final String ELSEWHERE = "~";

    private static final List<String> IDS = List.of("~a", "~b");

    Place {
        path = List.copyOf(path);
        parameters = Map.copyOf(parameters);
    }

    /** The place of a call, whose segments are named panel, a and b. */
    static Place of(Call call) {
        List<String> segments = new ArrayList<>();
        for (String name : List.of("a", "b")) {
            Optional.ofNullable(call.pathParameters().get(name)).ifPresent(segments::add);
        }
        return of(call.pathParameters().getOrDefault("panel", ""), segments, call.query());
    }

    /** The place that {@link #text} wrote down; empty when it is none of that panel. */
    static Optional<Place> of(String text, String panel) {
        try {
            String[] halves = text.split("\\?", 2);
            List<String> segments = Arrays.stream(halves[0].split("/", -1))
                    .map(segment -> decoded(segment.replace("+", "%2B")))
                    .toList();
            boolean fits = text.matches("[!-~]{1,2000}")
                    && segments.size() <= 3
                    && segments.get(0).equals(panel);
            Map<String, List<String>> query = query(halves.length < 2 ? "" : halves[1]);
            return fits ? Optional.of(of(panel, segments.subList(1, segments.size()), query)) : Optional.empty();
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    private static Place of(String panel, List<String> segments, Map<String, List<String>> query) {
        List<String> path = new ArrayList<>();
        for (int i = 0; i < segments.size(); i++) {
            String id = segments.get(i).equals(ELSEWHERE)
                    ? query.getOrDefault(IDS.get(i), List.of("")).get(0)
                    : segments.get(i);
            path.add(id);
        }
        Map<String, List<String>> parameters = new LinkedHashMap<>(query);
        IDS.forEach(parameters::remove);
        return new Place(panel, path, parameters);
    }

    /** The path and query of a call, from the panel's id on, as {@link #of(String, String)} reads it. */
    static String text(Call call) {
        StringBuilder text = new StringBuilder(call.pathParameters().getOrDefault("panel", ""));
        for (String name : List.of("a", "b")) {
            Optional.ofNullable(call.pathParameters().get(name))
                    .ifPresent(segment -> text.append('/').append(encoded(segment)));
        }
        String mark = "?";
        for (Map.Entry<String, List<String>> parameter : call.query().entrySet()) {
            for (String value : parameter.getValue()) {
                text.append(mark)
                        .append(encoded(parameter.getKey()))
                        .append('=')
                        .append(encoded(value));
                mark = "&";
            }
        }
        return text.toString();
    }

    private static Map<String, List<String>> query(String text) {
        Map<String, List<String>> query = new LinkedHashMap<>();
        for (String pair : text.isEmpty() ? new String[0] : text.split("&", -1)) {
            String[] halves = pair.split("=", 2);
            query.computeIfAbsent(decoded(halves[0]), key -> new ArrayList<>())
                    .add(halves.length < 2 ? "" : decoded(halves[1]));
        }
        return query;
    }

    private static String decoded(String text) {
        return URLDecoder.decode(text, StandardCharsets.UTF_8);
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8)
                .replace("+", "%20")
                .replace("%7E", "~");
    }
}
