package tacit.runtime.trust.jar;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * One clause of a manifest header: {@code a;b;version="[1,2)";resolution:=optional}. Immutable.
 *
 * @param names what it is about
 * @param attributes after {@code =}
 * @param directives after {@code :=}
 */
public record HeaderClause(List<String> names, Map<String, String> attributes, Map<String, String> directives) {

    public HeaderClause {
        names = List.copyOf(names);
        attributes = Map.copyOf(attributes);
        directives = Map.copyOf(directives);
    }

    /** Every clause of a header; none of an empty one. */
    static List<HeaderClause> of(String header) {
        return split(header, ',').stream().map(HeaderClause::clause).toList();
    }

    private static HeaderClause clause(String text) {
        List<String> names = new ArrayList<>();
        Map<String, String> attributes = new TreeMap<>();
        Map<String, String> directives = new TreeMap<>();
        for (String part : split(text, ';')) {
            int equals = part.indexOf('=');
            if (equals < 1) {
                names.add(part);
            } else if (part.charAt(equals - 1) == ':') {
                directives.put(part.substring(0, equals - 1).strip(), unquoted(part.substring(equals + 1)));
            } else {
                attributes.put(part.substring(0, equals).strip(), unquoted(part.substring(equals + 1)));
            }
        }
        return new HeaderClause(names, attributes, directives);
    }

    private static List<String> split(String text, char separator) {
        List<String> parts = new ArrayList<>();
        StringBuilder part = new StringBuilder();
        boolean quoted = false;
        for (int i = 0; i < text.length(); i++) {
            char letter = text.charAt(i);
            if (quoted && letter == '\\' && i + 1 < text.length()) {
                part.append(letter).append(text.charAt(++i));
                continue;
            }
            quoted ^= letter == '"';
            if (letter == separator && !quoted) {
                parts.add(part.toString().strip());
                part.setLength(0);
            } else {
                part.append(letter);
            }
        }
        parts.add(part.toString().strip());
        return parts.stream().filter(each -> !each.isEmpty()).toList();
    }

    private static String unquoted(String value) {
        String text = value.strip();
        boolean quoted = text.length() > 1 && text.startsWith("\"") && text.endsWith("\"");
        return quoted ? text.substring(1, text.length() - 1).replaceAll("\\\\(.)", "$1") : text;
    }
}
