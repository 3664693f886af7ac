package tacit.runtime.launcher;

import java.util.Set;

/** What was typed, perhaps over several lines of the terminal, as the one line that a host takes. */
final class TypedLine {

    private static final Set<String> LEAVING = Set.of("exit", "quit", "logout");

    private TypedLine() {}

    /** Whether more must follow: a backslash stands at the end, or a quote is open. */
    static boolean isOpen(String typed) {
        return typed.endsWith("\\") || typed.chars().filter(c -> c == '\'').count() % 2 == 1;
    }

    /** A backslash with its line end becomes a blank; a line end between quotes stays. */
    static String joined(String typed) {
        return typed.replace("\\\n", " ").strip();
    }

    /** Whether it asks to leave. */
    static boolean leaves(String line) {
        return LEAVING.contains(line);
    }
}
