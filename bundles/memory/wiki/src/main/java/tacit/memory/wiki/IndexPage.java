package tacit.memory.wiki;

import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import tacit.api.memory.WikiPage;

/** The index of a vault: its list of notes stands between two marks, and the rest belongs to people. */
final class IndexPage {

    private static final String BEGIN = "<!-- tacit:notes:begin -->";
    private static final String END = "<!-- tacit:notes:end -->";

    private IndexPage() {}

    /** The index with its list brought up to date. */
    static String with(String index, List<WikiPage> pages) {
        String list = BEGIN + "\n" + list(pages) + END;
        int begin = index.indexOf(BEGIN);
        int end = begin < 0 ? -1 : index.indexOf(END, begin);
        if (end < 0) {
            String before = index.isBlank() ? "# Index" : index.stripTrailing();
            return before + "\n\n" + list + "\n";
        }
        return index.substring(0, begin) + list + index.substring(end + END.length());
    }

    private static String list(List<WikiPage> pages) {
        SortedMap<String, List<String>> sections = new TreeMap<>();
        for (WikiPage page : pages) {
            int slash = page.path().indexOf('/');
            String section = slash < 0 ? "notes" : page.path().substring(0, slash);
            String target = page.path().substring(0, page.path().length() - ".md".length());
            sections.computeIfAbsent(section, key -> new ArrayList<>())
                    .add("- [[" + target + "|"
                            + page.title().replaceAll("[\\[\\]|\\s]+", " ").strip() + "]]");
        }
        StringBuilder text = new StringBuilder();
        sections.forEach((section, lines) -> text.append("\n## ")
                .append(section)
                .append("\n\n")
                .append(String.join("\n", lines))
                .append('\n'));
        return text.append('\n').toString();
    }

    /** Whether the index links to a note, by its path, its file's name or its title. */
    static boolean names(String index, WikiPage page) {
        String target = page.path().substring(0, page.path().length() - ".md".length());
        return List.of(target, PageText.name(page.path()), page.title()).stream()
                .anyMatch(name -> index.contains("[[" + name + "]]")
                        || index.contains("[[" + name + "|")
                        || index.contains("](" + page.path() + ")"));
    }
}
