package tacit.memory.kit;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import tacit.memory.words.Overlap;

/** Chooses the projects of a workspace that a task is about, as far as the agent may see them. */
final class Projects {

    private static final String HOME = ".cowork/projects";
    private static final int MOST = 2;
    private static final int NAME_WEIGHT = 3;
    private static final int LOOKED_AT = 6000;

    private record Project(String name, String path, String text, int score) {}

    private Projects() {}

    static List<KitSection> of(Folder folder, String task, @Nullable String role) {
        List<Project> found = new ArrayList<>();
        Set<String> words = Overlap.words(task);
        for (String name : names(folder)) {
            String path = HOME + "/" + name + "/CONTEXT.md";
            String text = folder.read(path)
                    .map(file -> Document.of(file.text()).body())
                    .orElse("");
            int score = NAME_WEIGHT * common(words, name)
                    + common(words, text.substring(0, Math.min(LOOKED_AT, text.length())));
            if (score > 0 && !text.isBlank() && allowed(folder, name, role)) {
                found.add(new Project(name, path, text, score));
            }
        }
        return found.stream()
                .sorted(Comparator.comparingInt(Project::score).reversed().thenComparing(Project::name))
                .limit(MOST)
                .map(project -> new KitSection(
                        "Project " + project.name, project.path, Parsing.shown(project.text, KitSection.LONGEST)))
                .toList();
    }

    private static Set<String> names(Folder folder) {
        Set<String> names = new TreeSet<>();
        folder.list(HOME, 2).forEach(entry -> {
            String[] parts = entry.path().split("/", -1);
            if (parts.length == 4 && parts[3].equals("CONTEXT.md")) {
                names.add(parts[2]);
            }
        });
        return names;
    }

    private static int common(Set<String> words, String text) {
        Set<String> there = Overlap.words(text);
        return (int) words.stream().filter(there::contains).count();
    }

    /** Refused wins; where a list of allowed roles is, it has to name the role. Who has no role is not restricted. */
    private static boolean allowed(Folder folder, String name, @Nullable String role) {
        String path = HOME + "/" + name + "/ACCESS.md";
        if (role == null
                || folder.list(HOME + "/" + name, 1).stream()
                        .noneMatch(entry -> entry.path().equals(path))) {
            return true;
        }
        // Rules that are there and cannot be read allow nobody.
        return folder.read(path).map(file -> admits(file.text(), role)).orElse(false);
    }

    private static boolean admits(String rules, String role) {
        List<String> admitted = roles(rules, "Allow");
        return !holds(roles(rules, "Deny"), role) && (admitted.isEmpty() || holds(admitted, role));
    }

    private static List<String> roles(String rules, String heading) {
        return Parsing.named(Document.of(rules).body(), List.of(heading))
                .lines()
                .filter(line -> line.strip().matches("[-*+]\\s+\\S.*"))
                .map(line -> line.strip()
                        .replaceFirst("^[-*+]\\s+", "")
                        .replace("`", "")
                        .strip())
                .map(line -> line.toLowerCase(Locale.ROOT))
                .toList();
    }

    private static boolean holds(List<String> roles, String role) {
        return roles.contains("all") || roles.contains(role.toLowerCase(Locale.ROOT));
    }
}
