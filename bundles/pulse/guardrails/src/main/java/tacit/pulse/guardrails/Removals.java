package tacit.pulse.guardrails;

import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Refuses what removes a system or a home with all that is in it. */
final class Removals implements CommandRule {

    private static final String RECURSIVE = "-[A-Za-z]*[rR][A-Za-z]*|--r(?:e(?:c(?:u(?:r(?:s(?:i(?:ve?)?)?)?)?)?)?)?";

    @Override
    public Optional<Finding> of(SimpleCommand command, boolean vital) {
        String program = command.program();
        List<String> paths =
                command.texts().stream().filter(word -> !word.startsWith("-")).toList();
        boolean lost = paths.stream().anyMatch(path -> isLost(path, vital));
        if (Names.isOneOf(program, Set.of("rm", "grm", "srm", "rimraf", "trash", "del-cli"))) {
            return removal(command, lost, paths);
        }
        if (program.matches("g?find|fd|fdfind")
                && (lost || (vital && paths.isEmpty()))
                && (command.hasArgument("-delete") || command.hasArgument("(?:.*/)?(?:rm|unlink|shred)"))) {
            return denied();
        }
        if (program.equals("mv") && lost && paths.size() > 1 && isLost(paths.get(0), vital)) {
            return denied();
        }
        if (program.equals("rsync")
                && command.hasArgument("--del.*")
                && !paths.isEmpty()
                && isLost(paths.get(paths.size() - 1), vital)) {
            return denied();
        }
        return Optional.empty();
    }

    private static Optional<Finding> removal(SimpleCommand command, boolean lost, List<String> paths) {
        if (command.hasArgument("--no-pres.*")) {
            return denied();
        }
        boolean recursive = command.hasArgument(RECURSIVE) || !command.program().matches("g?rm");
        if (recursive && lost) {
            return denied();
        }
        boolean unknown = command.arguments().stream().anyMatch(ShellWord::unknown)
                && paths.stream().anyMatch(path -> path.matches("(?s)(?:\\$\\w+|" + ShellWord.HOLE + ")(?:/[*.]*)*"));
        return recursive && unknown
                ? Optional.of(Finding.unclear("What it removes is known only when it runs"))
                : Optional.empty();
    }

    private static boolean isLost(String path, boolean vital) {
        return ProtectedPaths.isVital(path)
                || (vital && ProtectedPaths.normal(path).isEmpty());
    }

    private static Optional<Finding> denied() {
        return Optional.of(Finding.denied("command.removal", "It removes a whole system or home"));
    }
}
