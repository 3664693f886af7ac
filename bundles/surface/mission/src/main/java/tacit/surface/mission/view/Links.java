package tacit.surface.mission.view;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Paths within Mission Control, and nowhere else. */
final class Links {

    private static final String ROOT = "/mission/";

    private Links() {}

    /** A text as one segment of a path, or as the value of a query. */
    static String segment(@Nullable Object text) {
        return URLEncoder.encode(text == null ? "" : text.toString(), StandardCharsets.UTF_8)
                .replace("+", "%20");
    }

    /** To a panel, to one thing of it, or to a part of that; ids that cannot stand in a path stand in the query. */
    static String to(Map<String, Object> arguments) {
        Object id = arguments.get("id");
        Object part = arguments.get("part");
        String path = ROOT + segment(arguments.get("panel"));
        if (id == null) {
            return path;
        }
        if (fits(id) && (part == null || fits(part))) {
            return path + "/" + segment(id) + (part == null ? "" : "/" + segment(part));
        }
        return path + "/~" + (part == null ? "" : "/~") + "?~a=" + segment(id)
                + (part == null ? "" : "&~b=" + segment(part));
    }

    /** This page with another value of one parameter, and from its begin unless that parameter says where. */
    static String query(String here, Map<String, Object> arguments) {
        String name = String.valueOf(arguments.get("name"));
        String[] parts = here.split("\\?", 2);
        StringBuilder query = new StringBuilder();
        for (String pair : parts.length < 2 ? new String[0] : parts[1].split("&", -1)) {
            String key = pair.split("=", 2)[0];
            if (!pair.isEmpty() && !key.equals(segment(name)) && !key.equals("offset")) {
                query.append(query.isEmpty() ? "" : "&").append(pair);
            }
        }
        Object value = arguments.get("value");
        if (value != null && !value.toString().isEmpty()) {
            query.append(query.isEmpty() ? "" : "&")
                    .append(segment(name))
                    .append('=')
                    .append(segment(value));
        }
        return ROOT + parts[0] + (query.isEmpty() ? "" : "?" + query);
    }

    // Servers take dots for steps, and refuse slashes, backslashes, semicolons and control characters that are encoded
    private static boolean fits(Object id) {
        String text = id.toString();
        return !text.isEmpty()
                && text.chars().noneMatch(c -> c < ' ' || c == 0x7f || "/\\;%~".indexOf(c) >= 0)
                && !text.startsWith(".");
    }
}
