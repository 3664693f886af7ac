package tacit.memory.wiki;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import tacit.api.memory.WikiHealth.Finding;
import tacit.api.memory.WikiHealth.Problem;
import tacit.api.memory.WikiPage;

/** What links to what among the notes of a vault. Immutable once made. */
final class Links {

    private static final Pattern WIKI = Pattern.compile("(!?)\\[\\[([^\\]|#]+)(?:#[^\\]|]*)?(?:\\|[^\\]]*)?]]");
    private static final Pattern MARKDOWN = Pattern.compile("(?<!!)\\[[^\\]]*]\\(([^)\\s#:]+\\.md)(?:#[^)]*)?\\)");
    private static final Pattern CODE = Pattern.compile("(?s)```.*?```|`[^`\n]*`");

    private final SortedMap<String, Set<String>> out = new TreeMap<>();
    private final SortedMap<String, Set<String>> in = new TreeMap<>();
    private final List<Finding> findings = new ArrayList<>();
    private final Map<String, Set<String>> names = new LinkedHashMap<>();

    Links(List<WikiPage> pages, Set<String> files) {
        for (WikiPage page : pages) {
            out.put(page.path(), new LinkedHashSet<>());
            name(page.path().replaceAll("\\.md$", ""), page.path());
            name(PageText.name(page.path()), page.path());
            name(page.title(), page.path());
        }
        pages.forEach(page -> read(page, files));
    }

    private void name(String name, String path) {
        names.computeIfAbsent(key(name), key -> new LinkedHashSet<>()).add(path);
    }

    private static String key(String name) {
        return name.strip().replaceAll("\\.md$", "").toLowerCase(Locale.ROOT);
    }

    private void read(WikiPage page, Set<String> files) {
        String body = CODE.matcher(page.body()).replaceAll(" ");
        Matcher wiki = WIKI.matcher(body);
        while (wiki.find()) {
            follow(page.path(), wiki.group(2).strip(), files);
        }
        Matcher markdown = MARKDOWN.matcher(body);
        while (markdown.find()) {
            follow(page.path(), relative(page.path(), markdown.group(1)), files);
        }
    }

    private void follow(String from, String target, Set<String> files) {
        Set<String> found = names.getOrDefault(key(target), Set.of());
        if (found.size() > 1) {
            findings.add(new Finding(Problem.AMBIGUOUS_LINK, from, target + " may be " + String.join(", ", found)));
        } else if (found.size() == 1) {
            String to = found.iterator().next();
            if (!to.equals(from)) {
                out.computeIfAbsent(from, key -> new LinkedHashSet<>()).add(to);
                in.computeIfAbsent(to, key -> new LinkedHashSet<>()).add(from);
            }
        } else if (!known(target, files)) {
            findings.add(new Finding(Problem.BROKEN_LINK, from, target));
        }
    }

    /** Whether it is a file of the vault that is no note, such as a kept source or an image, by its path or its name. */
    private static boolean known(String target, Set<String> files) {
        return files.contains(target)
                || files.contains(target + ".md")
                || files.stream().anyMatch(file -> file.endsWith("/" + target) || file.endsWith("/" + target + ".md"));
    }

    /** A path as a markdown link of a note means it, below the vault. */
    private static String relative(String from, String link) {
        List<String> parts = new ArrayList<>();
        int slash = from.lastIndexOf('/');
        String base = link.startsWith("/") || slash < 0 ? "" : from.substring(0, slash);
        for (String part : (base + "/" + link).split("/", -1)) {
            if (part.equals("..") && !parts.isEmpty()) {
                parts.remove(parts.size() - 1);
            } else if (!part.isEmpty() && !part.equals(".")) {
                parts.add(part);
            }
        }
        return String.join("/", parts);
    }

    /** The notes that a note links to, by path. */
    Set<String> from(String path) {
        return out.getOrDefault(path, Set.of());
    }

    /** The notes that link to a note, by path. */
    Set<String> to(String path) {
        return in.getOrDefault(path, Set.of());
    }

    int count() {
        return out.values().stream().mapToInt(Set::size).sum();
    }

    /** Links that lead nowhere, or to several notes. */
    List<Finding> findings() {
        return List.copyOf(findings);
    }

    /** The notes by path, each with those it is linked with in either direction. */
    SortedMap<String, Set<String>> neighbours() {
        SortedMap<String, Set<String>> both = new TreeMap<>();
        out.forEach((path, targets) -> {
            Set<String> all = new LinkedHashSet<>(targets);
            all.addAll(to(path));
            both.put(path, all);
        });
        return both;
    }
}
