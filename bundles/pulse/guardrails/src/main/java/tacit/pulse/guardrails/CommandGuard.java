package tacit.pulse.guardrails;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** Says whether a text of a shell may run at all, as far as it can be known before it does. Pure. */
public final class CommandGuard {

    /** Longer ones are not read: somebody is asked. */
    static final int LONGEST = 20_000;

    private static final int DEEPEST = 8;
    private static final int MOST_COMMANDS = 2_000;
    private static final List<CommandRule> RULES = List.of(new Privileges(), new Removals(), new Disks());

    private final List<Finding> findings = new ArrayList<>();
    private int commands;

    private CommandGuard() {}

    /** The worst that is found; empty when nothing speaks against it. */
    public static Optional<Finding> check(String text) {
        CommandGuard guard = new CommandGuard();
        guard.read(PlainText.of(text.length() > LONGEST ? text.substring(0, LONGEST) : text), 0, new Variables());
        if (text.length() > LONGEST) {
            guard.findings.add(Finding.unclear("It is too long to be read before it runs"));
        }
        return guard.findings.stream().max(Comparator.comparing(Finding::certain));
    }

    private void read(String text, int depth, Variables variables) {
        if (depth > DEEPEST || commands > MOST_COMMANDS) {
            findings.add(Finding.unclear("It is too deep to be read before it runs"));
            return;
        }
        WholeText.of(text).ifPresent(findings::add);
        ShellText read = ShellText.of(text.replace("\\\n", ""), variables);
        if (read.broken()) {
            findings.add(Finding.unclear("A quotation or bracket is not closed"));
        }
        Fed fed = new Fed();
        boolean vital = false;
        for (List<SimpleCommand> row : read.rows()) {
            fed.of(row).ifPresent(findings::add);
            for (SimpleCommand command : row) {
                look(command, vital, depth, variables);
                vital = goesTo(command, vital);
            }
        }
        read.inner().forEach(inner -> read(inner, depth + 1, variables));
    }

    private static boolean goesTo(SimpleCommand command, boolean vital) {
        if (!command.program().matches("cd|pushd|chdir")) {
            return vital;
        }
        List<String> folders =
                command.texts().stream().filter(word -> !word.startsWith("-")).toList();
        return folders.isEmpty() || ProtectedPaths.isVital(folders.get(0));
    }

    private void look(SimpleCommand command, boolean vital, int depth, Variables variables) {
        if (command.words().isEmpty()) {
            RULES.forEach(rule -> rule.of(command, vital).ifPresent(findings::add));
        }
        for (SimpleCommand one : Wrappers.all(command)) {
            commands++;
            RULES.forEach(rule -> rule.of(one, vital).ifPresent(findings::add));
            unclear(one).ifPresent(findings::add);
            InnerTexts.of(one).forEach(inner -> read(inner, depth + 1, variables));
        }
    }

    private static Optional<Finding> unclear(SimpleCommand command) {
        boolean hidden = command.program().isBlank();
        boolean given = command.program().matches("eval|source|\\.|" + InnerTexts.SHELLS)
                && command.arguments().stream()
                        .anyMatch(word -> word.unknown() && word.program().isBlank());
        return hidden || given
                ? Optional.of(Finding.unclear("What it runs is known only when it runs"))
                : Optional.empty();
    }
}
