package tacit.surface.agents.text;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * How a JSON text is laid out, and how a value is written beside what stands there. Immutable.
 *
 * @param text the text
 * @param newline how its lines end
 * @param unit what one level is indented by
 * @param lines whether it is written over several lines
 */
record JsonLayout(String text, String newline, String unit, boolean lines) {

    private static final String USUAL = "  ";

    static JsonLayout of(String text, JsonPart root) {
        String newline = text.contains("\r\n") ? "\r\n" : "\n";
        if (root.parts().isEmpty()) {
            return new JsonLayout(text, newline, USUAL, true);
        }
        int first = root.parts().get(0).nameStart();
        boolean lines = text.substring(root.start(), first).indexOf('\n') >= 0;
        String indent = lines ? blank(text, first) : "";
        return new JsonLayout(text, newline, indent.isEmpty() ? USUAL : indent, lines);
    }

    /** Whether the parts of a place stand on lines of their own. */
    boolean broken(JsonPart place) {
        if (place.parts().isEmpty()) {
            return lines;
        }
        int first = place.parts().get(0).nameStart();
        return text.substring(place.start(), first).indexOf('\n') >= 0;
    }

    String indentOfParts(JsonPart place) {
        if (!place.parts().isEmpty()) {
            return blank(text, place.parts().get(0).nameStart());
        }
        return indentAt(place.start()) + unit;
    }

    /** What the line of a place begins with. */
    String indentAt(int place) {
        int begin = text.lastIndexOf('\n', place - 1) + 1;
        int end = begin;
        while (end < place && isBlank(text.charAt(end))) {
            end++;
        }
        return text.substring(begin, end);
    }

    String name(String name) {
        return TextNode.valueOf(name) + ": ";
    }

    /** A value as it is written at this indentation. */
    String write(JsonNode value, String indent, boolean broken) {
        if (!value.isContainerNode() || value.isEmpty()) {
            return value.toString();
        }
        List<String> parts = new ArrayList<>();
        String inner = indent + unit;
        if (value.isObject()) {
            for (Map.Entry<String, JsonNode> field : value.properties()) {
                parts.add(name(field.getKey()) + write(field.getValue(), inner, broken));
            }
        } else {
            value.forEach(element -> parts.add(write(element, inner, broken)));
        }
        String open = value.isObject() ? "{" : "[";
        String close = value.isObject() ? "}" : "]";
        return broken
                ? open + newline + inner + String.join("," + newline + inner, parts) + newline + indent + close
                : open + String.join(", ", parts) + close;
    }

    private static String blank(String text, int end) {
        int begin = end;
        while (begin > 0 && isBlank(text.charAt(begin - 1))) {
            begin--;
        }
        return text.substring(begin, end);
    }

    private static boolean isBlank(char character) {
        return character == ' ' || character == '\t';
    }
}
