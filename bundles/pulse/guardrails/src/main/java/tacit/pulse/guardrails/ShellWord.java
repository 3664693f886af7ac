package tacit.pulse.guardrails;

import java.util.List;

/**
 * One word of a command. Immutable.
 *
 * @param text what it is once quotes are gone and all that is known stands in the place of its name
 * @param unknown whether a part of it is known only when it runs
 * @param inner commands whose output it holds
 */
record ShellWord(String text, boolean unknown, List<String> inner) {

    /** Stands where the output of a command will stand. */
    static final char HOLE = '\u25A1';

    ShellWord {
        inner = List.copyOf(inner);
    }

    /** The name of the program where this is the first word; blank when nobody can know it yet. */
    String program() {
        String name = text.substring(text.lastIndexOf('/') + 1);
        return unknown && (name.startsWith("$") || name.indexOf(HOLE) >= 0) ? "" : name;
    }

    boolean isAssignment() {
        return text.matches("(?s)[A-Za-z_][A-Za-z0-9_]*\\+?=.*");
    }
}
