package tacit.pulse.autonomy;

import java.util.List;

/** Commands that only look. */
final class SafeCommands {

    private static final String SIGNS = "(?s).*[;&|<>`$(){}\\[\\]\\\\\n*?!~'\"#].*";
    private static final List<String> BEGINS = List.of(
            "ls",
            "pwd",
            "cat",
            "head",
            "tail",
            "wc",
            "grep",
            "rg",
            "stat",
            "file",
            "du",
            "df",
            "date",
            "whoami",
            "uname",
            "which",
            "echo",
            "git status",
            "git log",
            "git diff",
            "git show",
            "git branch --list",
            "git rev-parse",
            "node --version",
            "java -version",
            "mvn -version",
            "npm ls");

    private SafeCommands() {}

    static boolean isSafe(String command) {
        String line = command.strip();
        boolean writes = line.startsWith("git") && line.contains("--output");
        return !writes
                && !line.matches(SIGNS)
                && BEGINS.stream().anyMatch(begin -> line.equals(begin) || line.startsWith(begin + " "));
    }
}
