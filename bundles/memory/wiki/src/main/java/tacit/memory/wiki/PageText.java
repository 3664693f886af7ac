package tacit.memory.wiki;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import tacit.api.memory.WikiPage;

/** Notes as files: front matter between lines of three dashes, then the body. */
final class PageText {

    static final List<String> FIELDS = List.of("title", "created", "updated", "type", "tags", "status", "sources");

    private static final String FENCE = "---";

    private PageText() {}

    /** A file and what its front matter says; a file without one has no fields, and all of it is body. */
    record Parsed(Map<String, String> fields, String body) {

        String field(String name) {
            return fields.getOrDefault(name, "");
        }

        List<String> list(String name) {
            String value = field(name).strip();
            String inner =
                    value.startsWith("[") && value.endsWith("]") ? value.substring(1, value.length() - 1) : value;
            return Arrays.stream(inner.split(",", -1))
                    .map(PageText::unquoted)
                    .filter(part -> !part.isEmpty())
                    .toList();
        }
    }

    static Parsed parse(String text) {
        List<String> lines = text.lines().toList();
        int end = lines.isEmpty() || !lines.get(0).strip().equals(FENCE)
                ? -1
                : lines.subList(1, lines.size()).indexOf(FENCE);
        if (end < 0) {
            return new Parsed(Map.of(), text);
        }
        return new Parsed(
                fields(lines.subList(1, end + 1)),
                String.join("\n", lines.subList(end + 2, lines.size())).strip());
    }

    /** A list may stand in brackets on the line of its name, or as one dash line for each of its parts below it. */
    private static Map<String, String> fields(List<String> lines) {
        Map<String, String> fields = new LinkedHashMap<>();
        String last = "";
        for (String line : lines) {
            int colon = line.indexOf(':');
            if (line.stripLeading().startsWith("- ") && !last.isEmpty()) {
                String part = unquoted(line.strip().substring(2));
                fields.merge(last, part, (had, more) -> had.isEmpty() ? more : had + ", " + more);
            } else if (colon > 0) {
                last = line.substring(0, colon).strip().toLowerCase(Locale.ROOT);
                String value = line.substring(colon + 1).strip();
                fields.put(last, value.startsWith("[") ? value : unquoted(value));
            }
        }
        return fields;
    }

    static WikiPage page(String path, String text) {
        Parsed parsed = parse(text);
        return new WikiPage(
                path,
                title(path, parsed),
                parsed.field("type"),
                parsed.field("status"),
                parsed.list("tags"),
                parsed.list("sources"),
                parsed.field("created").isEmpty() ? null : parsed.field("created"),
                parsed.field("updated").isEmpty() ? null : parsed.field("updated"),
                parsed.body());
    }

    private static String title(String path, Parsed parsed) {
        if (!parsed.field("title").isEmpty()) {
            return parsed.field("title");
        }
        return parsed.body()
                .lines()
                .filter(line -> line.startsWith("# "))
                .map(line -> line.substring(2).strip())
                .findFirst()
                .orElse(name(path));
    }

    /** The name of a file without its folder and its ending. */
    static String name(String path) {
        String file = path.substring(path.lastIndexOf('/') + 1);
        return file.endsWith(".md") ? file.substring(0, file.length() - 3) : file;
    }

    static String render(WikiPage page) {
        List<String> lines = new ArrayList<>();
        lines.add(FENCE);
        lines.add("title: " + oneLine(page.title()));
        lines.add("created: " + (page.created() == null ? "" : page.created()));
        lines.add("updated: " + (page.updated() == null ? "" : page.updated()));
        lines.add("type: " + oneLine(page.type()));
        lines.add("tags: [" + String.join(", ", listed(page.tags())) + "]");
        lines.add("status: " + oneLine(page.status()));
        lines.add("sources: [" + String.join(", ", listed(page.sources())) + "]");
        lines.add(FENCE);
        lines.add("");
        lines.add(page.body().strip());
        return String.join("\n", lines) + "\n";
    }

    private static List<String> listed(List<String> values) {
        return values.stream()
                .map(value -> oneLine(value).replaceAll("[,\\[\\]]", " ").strip())
                .toList();
    }

    private static String oneLine(String value) {
        return value.replaceAll("\\s+", " ").strip();
    }

    private static String unquoted(String value) {
        String bare = value.strip();
        boolean quoted = bare.length() > 1
                && ((bare.startsWith("\"") && bare.endsWith("\"")) || (bare.startsWith("'") && bare.endsWith("'")));
        return quoted ? bare.substring(1, bare.length() - 1) : bare;
    }
}
