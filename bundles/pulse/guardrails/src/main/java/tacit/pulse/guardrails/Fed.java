package tacit.pulse.guardrails;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Refuses to run what comes out of a pipe, or was fetched a moment ago. Confined to one text. */
final class Fed {

    private static final String FETCHES = "curl|wget|fetch|aria2c|http|https|httpie|lynx|ftp|tftp|scp|nc|ncat|socat";

    private final Set<String> fetched = new HashSet<>();

    /** Looks at a row of commands that are connected by pipes. */
    Optional<Finding> of(List<SimpleCommand> row) {
        for (int i = 0; i < row.size(); i++) {
            for (SimpleCommand command : Wrappers.all(row.get(i))) {
                if ((i > 0 && readsCommands(command)) || isFetched(command)) {
                    return denied();
                }
                keep(command);
            }
        }
        return Optional.empty();
    }

    /** Whether it runs what it reads. */
    private static boolean readsCommands(SimpleCommand command) {
        String program = command.program();
        List<String> arguments = command.texts();
        if (program.matches("at|batch|(?:source|\\.)")) {
            return true;
        }
        if (program.matches(InnerTexts.SHELLS)) {
            return arguments.stream().noneMatch(word -> word.matches("-[A-Za-z]*[cn]|--version|-Command"))
                    && (arguments.stream()
                                    .anyMatch(word -> word.matches("-|-[a-z]*s|/dev/stdin|/dev/fd/0|/proc/self/fd/0"))
                            || arguments.stream().allMatch(word -> word.startsWith("-")));
        }
        return program.matches(
                        "python[0-9.]*|pypy[0-9.]*|perl[0-9.]*|ruby[0-9.]*|node|nodejs|deno|bun|php[0-9.]*|lua[0-9.]*|osascript")
                && arguments.stream().allMatch(word -> word.matches("-|-[uBIisSEO]+|/dev/stdin"));
    }

    /** Whether it runs a file that was fetched, or what a command fetches now. */
    private boolean isFetched(SimpleCommand command) {
        boolean runs = command.program().matches(InnerTexts.SHELLS + "|source|\\.|eval|" + InnerTexts.LANGUAGES);
        if (runs
                && command.words().stream()
                        .anyMatch(word -> word.inner().stream().anyMatch(Fed::fetches))) {
            return true;
        }
        if (!command.words().isEmpty()
                && command.words().get(0).inner().stream().anyMatch(Fed::fetches)) {
            return true;
        }
        String first = command.words().isEmpty() ? "" : command.words().get(0).text();
        return fetched.contains(name(first))
                || (runs && command.texts().stream().anyMatch(word -> fetched.contains(name(word))));
    }

    private static boolean fetches(String command) {
        return ShellText.of(command, new Variables()).rows().stream()
                .flatMap(List::stream)
                .flatMap(one -> Wrappers.all(one).stream())
                .anyMatch(one -> one.program().matches(FETCHES + "|base64|xxd|openssl"));
    }

    private void keep(SimpleCommand command) {
        if (!command.program().matches(FETCHES)) {
            return;
        }
        command.targets().forEach(target -> fetched.add(name(target.text())));
        List<String> arguments = command.texts();
        for (int i = 0; i < arguments.size(); i++) {
            String word = arguments.get(i);
            if (word.matches("-[A-Za-z]*[oO]|--output|--output-document") && i + 1 < arguments.size()) {
                fetched.add(name(arguments.get(i + 1)));
            }
            if (word.matches("(?s)--output(?:-document)?=.+|-[oO].+|[a-z]+://.+")) {
                fetched.add(name(word.replaceFirst("^(?:--[a-z-]+=|-[oO])", "")));
            }
        }
    }

    private static String name(String path) {
        String name = path.replaceFirst("[?#].*$", "").replaceFirst("^.*/", "");
        return name.isEmpty() ? "/" : name;
    }

    private static Optional<Finding> denied() {
        return Optional.of(Finding.denied("command.fed", "It runs what comes out of a pipe or from elsewhere"));
    }
}
