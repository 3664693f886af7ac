package tacit.surface.shell;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/** Decides which lines may be run from outside: one command that only looks, or one of Tacit's own. */
public final class LineRule {

    private static final Set<String> FOREIGN = Set.of(
            "help",
            "felix:help",
            "lb",
            "felix:lb",
            "felix:headers",
            "felix:inspect",
            "scr:list",
            "scr:info",
            "scr:config");
    private static final Set<String> OWN = Set.of(
            "approvals",
            "traces",
            "trace",
            "failures",
            "channels",
            "clusters",
            "cluster",
            "commitments",
            "context",
            "core",
            "curated",
            "cycles",
            "devices",
            "eval",
            "evals",
            "executions",
            "experiment",
            "experiments",
            "feedback",
            "gate",
            "graph",
            "guards",
            "index",
            "stats",
            "style",
            "suggestions",
            "triage",
            "twins",
            "token",
            "audit",
            "briefing",
            "shutdown",
            "signals",
            "shells",
            "skills",
            "services",
            "generations",
            "generation",
            "diff",
            "stage",
            "discard",
            "dreams",
            "activate",
            "rollback",
            "drill",
            "roles",
            "recall",
            "triggers",
            "reflect",
            "trust",
            "tuning",
            "decisions",
            "dispatches",
            "proactive",
            "pulse",
            "schedules",
            "decision",
            "governance",
            "journal",
            "kit",
            "learning",
            "learnings",
            "lineage",
            "memory",
            "metrics",
            "persona",
            "playbook",
            "profile",
            "profiles",
            "propose",
            "proposers",
            "relationships",
            "scoped",
            "settings",
            "shadow",
            "wiki",
            "workspace",
            "writes");
    private static final Pattern WORD = Pattern.compile("[A-Za-z0-9_.:/@+,%=~#-]+|'[\\n[^'\\\\\\p{Cntrl}]]*'");

    private LineRule() {}

    /** The commands that may be run, in order: those of Tacit without their scope, then the others. */
    public static List<String> names() {
        List<String> names = new ArrayList<>(OWN.stream().sorted().toList());
        names.addAll(FOREIGN.stream().sorted().toList());
        return List.copyOf(names);
    }

    /** Answers the line as the shell may run it; the shell alone would also run code, such as {@code (new …)}. */
    static String allowed(String line) {
        List<String> words = words(line.strip());
        for (String word : words) {
            if (!WORD.matcher(word).matches()) {
                throw new IllegalArgumentException(
                        "One command at a time, with plain words; anything else goes between single quotes");
            }
        }
        return named(words.get(0)) + line.strip().substring(words.get(0).length());
    }

    // Blanks between single quotes are part of a word
    private static List<String> words(String line) {
        List<String> words = new ArrayList<>();
        StringBuilder word = new StringBuilder();
        boolean quoted = false;
        for (char c : (line + " ").toCharArray()) {
            quoted ^= c == '\'';
            if (!quoted && (c == ' ' || c == '\t')) {
                words.add(word.toString());
                word.setLength(0);
            } else {
                word.append(c);
            }
        }
        words.add(word.toString());
        words.removeIf(String::isEmpty);
        return words.isEmpty() ? List.of("") : words;
    }

    private static String named(String command) {
        String own = command.startsWith("tacit:") ? command.substring("tacit:".length()) : command;
        if (OWN.contains(own)) {
            return "tacit:" + own;
        }
        if (FOREIGN.contains(command)) {
            return command;
        }
        throw new IllegalArgumentException("Unknown command '" + command + "', known are tacit: "
                + String.join(" ", OWN.stream().sorted().toList()) + " and "
                + String.join(" ", FOREIGN.stream().sorted().toList()));
    }
}
