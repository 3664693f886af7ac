package tacit.pulse.executors.shells;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;

/** What a shell runs around a command: it finds what the last one left, and leaves what the next one finds. Immutable. */
final class ShellScript {

    private static final String BASH = """
            shopt -s expand_aliases
            . "$TACIT_SHELL/functions.sh"
            . "$TACIT_SHELL/aliases.sh"
            tacit_leave() {
                tacit_status=$?
                pwd > "$TACIT_SHELL/folder"
                alias -p > "$TACIT_SHELL/aliases"
                unset -f tacit_leave
                declare -f > "$TACIT_SHELL/functions"
                env -0 > "$TACIT_SHELL/environment"
                exit $tacit_status
            }
            trap tacit_leave EXIT
            . "$TACIT_SHELL/command.sh"
            """;
    private static final String SH = """
            . "$TACIT_SHELL/aliases.sh"
            tacit_leave() {
                tacit_status=$?
                trap - EXIT
                pwd > "$TACIT_SHELL/folder"
                alias | sed 's/^alias //; s/^/alias /' > "$TACIT_SHELL/aliases"
                : > "$TACIT_SHELL/functions"
                env -0 > "$TACIT_SHELL/environment"
                exit $tacit_status
            }
            trap tacit_leave EXIT
            . "$TACIT_SHELL/command.sh"
            """;

    /** What every shell changes by itself. */
    private static final List<String> OWN = List.of("TACIT_SHELL", "PWD", "OLDPWD", "SHLVL", "_", "TACIT_STATUS");

    private static final int LONGEST_PART = 64_000;

    private final Path shell;
    private final boolean bash;

    private ShellScript(Path shell, boolean bash) {
        this.shell = shell;
        this.bash = bash;
    }

    /** With bash where it is, else with what every system has. */
    static ShellScript here() {
        return of(Stream.of("/bin/bash", "/usr/bin/bash", "/usr/local/bin/bash")
                .map(Path::of)
                .filter(Files::isExecutable)
                .findFirst()
                .orElse(Path.of("/bin/sh")));
    }

    static ShellScript of(Path shell) {
        return new ShellScript(shell, shell.endsWith("bash"));
    }

    List<String> command(Path scratch) {
        String script = scratch.resolve("script.sh").toString();
        return bash ? List.of(shell.toString(), "--noprofile", "--norc", script) : List.of(shell.toString(), script);
    }

    void prepare(Path scratch, ShellState state, String command) throws IOException {
        write(scratch.resolve("script.sh"), bash ? BASH : SH);
        write(scratch.resolve("command.sh"), command + "\n");
        write(scratch.resolve("aliases.sh"), state.aliases());
        write(scratch.resolve("functions.sh"), bash ? state.functions() : "");
    }

    private static void write(Path file, String text) throws IOException {
        Files.writeString(file, text, StandardCharsets.UTF_8);
    }

    /** The state that a command left; the former one where it left none, or too much. */
    ShellState left(Path scratch, ShellState before, SortedMap<String, String> base) throws IOException {
        Path environment = scratch.resolve("environment");
        if (!Files.exists(environment) || Files.size(environment) == 0 || tooMuch(scratch)) {
            return before;
        }
        SortedMap<String, String> now = variables(Files.readString(environment, StandardCharsets.UTF_8));
        TreeMap<String, String> changed = new TreeMap<>(now);
        changed.entrySet().removeIf(one -> one.getValue().equals(base.get(one.getKey())));
        TreeSet<String> removed = new TreeSet<>(base.keySet());
        removed.removeAll(now.keySet());
        OWN.forEach(name -> {
            changed.remove(name);
            removed.remove(name);
        });
        return new ShellState(
                before.workspaceId(),
                before.key(),
                Files.readString(scratch.resolve("folder"), StandardCharsets.UTF_8)
                        .stripTrailing(),
                changed,
                List.copyOf(removed),
                Files.readString(scratch.resolve("aliases"), StandardCharsets.UTF_8),
                Files.readString(scratch.resolve("functions"), StandardCharsets.UTF_8),
                before.commands(),
                before.lastUsedAt());
    }

    private static boolean tooMuch(Path scratch) throws IOException {
        for (String name : List.of("environment", "folder", "aliases", "functions")) {
            if (Files.size(scratch.resolve(name)) > LONGEST_PART) {
                return true;
            }
        }
        return false;
    }

    private static SortedMap<String, String> variables(String text) {
        SortedMap<String, String> variables = new TreeMap<>();
        for (String one : text.split("\0", -1)) {
            int equal = one.indexOf('=');
            // Functions that bash exports are kept as functions
            if (equal > 0 && !one.startsWith("BASH_FUNC_")) {
                variables.put(one.substring(0, equal), one.substring(equal + 1));
            }
        }
        return variables;
    }
}
