package tacit.surface.gateway;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A path whose segments in braces match any one segment. Immutable. */
final class PathTemplate {

    private final List<String> segments;

    PathTemplate(String path) {
        if (!path.startsWith("/")) {
            throw new IllegalArgumentException("path must begin with a slash, got '" + path + "'");
        }
        segments = segments(path);
    }

    /** The values of the segments in braces; empty when the path is another one. */
    Optional<Map<String, String>> match(String rawPath) {
        List<String> actual = segments(rawPath);
        if (actual.size() != segments.size()) {
            return Optional.empty();
        }
        Map<String, String> values = new LinkedHashMap<>();
        for (int i = 0; i < actual.size(); i++) {
            String value = decoded(actual.get(i));
            if (isParameter(segments.get(i))) {
                if (value.isEmpty()) {
                    return Optional.empty();
                }
                values.put(segments.get(i).substring(1, segments.get(i).length() - 1), value);
            } else if (!segments.get(i).equals(value)) {
                return Optional.empty();
            }
        }
        return Optional.of(values);
    }

    /** How many segments are fixed: of two templates that match, the one with more is meant. */
    long fixed() {
        return segments.stream().filter(segment -> !isParameter(segment)).count();
    }

    private static List<String> segments(String path) {
        return List.of(path.substring(1).split("/", -1));
    }

    private static boolean isParameter(String segment) {
        return segment.startsWith("{") && segment.endsWith("}");
    }

    private static String decoded(String segment) {
        return URLDecoder.decode(segment.replace("+", "%2B"), StandardCharsets.UTF_8);
    }
}
