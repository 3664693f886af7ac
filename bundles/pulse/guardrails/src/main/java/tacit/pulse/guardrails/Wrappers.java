package tacit.pulse.guardrails;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Finds the commands that other commands run. */
final class Wrappers {

    /**
     * A program that runs the rest of its words.
     *
     * @param valued its options that take the next word
     * @param skipped words before the command
     */
    private record Wrapper(Set<String> valued, int skipped) {}

    private static final Map<String, Wrapper> WRAPPERS = Map.ofEntries(
            Map.entry("env", new Wrapper(Set.of("-u", "--unset", "-C", "--chdir"), 0)),
            Map.entry("command", plain()),
            Map.entry("builtin", plain()),
            Map.entry("exec", new Wrapper(Set.of("-a"), 0)),
            Map.entry("nohup", plain()),
            Map.entry("setsid", plain()),
            Map.entry("time", new Wrapper(Set.of("-f", "-o"), 0)),
            Map.entry("nice", new Wrapper(Set.of("-n"), 0)),
            Map.entry("ionice", new Wrapper(Set.of("-c", "-n"), 0)),
            Map.entry("timeout", new Wrapper(Set.of("-s", "-k"), 1)),
            Map.entry("gtimeout", new Wrapper(Set.of("-s", "-k"), 1)),
            Map.entry("stdbuf", new Wrapper(Set.of("-i", "-o", "-e"), 0)),
            Map.entry("chroot", new Wrapper(Set.of(), 1)),
            Map.entry("flock", new Wrapper(Set.of("-w", "-E"), 1)),
            Map.entry("watch", new Wrapper(Set.of("-n"), 0)),
            Map.entry("strace", new Wrapper(Set.of("-e", "-o", "-p", "-s"), 0)),
            Map.entry("ltrace", new Wrapper(Set.of("-e", "-o", "-p", "-s"), 0)),
            Map.entry("unbuffer", plain()),
            Map.entry("busybox", plain()),
            Map.entry("toybox", plain()),
            Map.entry("fakeroot", plain()),
            Map.entry("proot", plain()),
            Map.entry("unshare", plain()),
            Map.entry("nsenter", new Wrapper(Set.of("-t"), 0)),
            Map.entry("taskset", new Wrapper(Set.of(), 1)),
            Map.entry("chrt", new Wrapper(Set.of(), 1)),
            Map.entry("systemd-run", new Wrapper(Set.of("-p", "-u"), 0)),
            Map.entry("caffeinate", plain()),
            Map.entry("parallel", new Wrapper(Set.of("-j", "-a"), 0)),
            Map.entry("xargs", new Wrapper(Set.of("-n", "-P", "-I", "-d", "-L", "-s", "-a", "-E"), 0)),
            Map.entry("prlimit", plain()),
            Map.entry("rlwrap", plain()),
            Map.entry("script", new Wrapper(Set.of("-c"), 0)),
            Map.entry("setarch", new Wrapper(Set.of(), 1)));
    private static final int DEEPEST = 12;

    private Wrappers() {}

    private static Wrapper plain() {
        return new Wrapper(Set.of(), 0);
    }

    /** The command itself and all that it runs by its words, the outermost first. */
    static List<SimpleCommand> all(SimpleCommand command) {
        List<SimpleCommand> all = new ArrayList<>();
        SimpleCommand now = command;
        while (!now.words().isEmpty() && all.size() < DEEPEST) {
            all.add(now);
            all.addAll(found(now));
            Wrapper wrapper = WRAPPERS.get(now.program());
            now = wrapper == null ? now.from(now.words().size()) : now.from(begin(now, wrapper));
        }
        return all;
    }

    private static int begin(SimpleCommand command, Wrapper wrapper) {
        int at = 1;
        int skipped = 0;
        List<ShellWord> words = command.words();
        while (at < words.size()) {
            ShellWord word = words.get(at);
            if (wrapper.valued().contains(word.text())) {
                at += 2;
            } else if (word.text().startsWith("-") || word.isAssignment()) {
                at++;
            } else if (skipped++ < wrapper.skipped()) {
                at++;
            } else {
                return at;
            }
        }
        return words.size();
    }

    /** What {@code find} runs for each file. */
    private static List<SimpleCommand> found(SimpleCommand command) {
        List<SimpleCommand> run = new ArrayList<>();
        if (command.program().matches("g?find|fd|fdfind")) {
            for (int i = 1; i < command.words().size(); i++) {
                if (command.words().get(i).text().matches("-exec|-execdir|-ok|-okdir|-x|-X")) {
                    run.addAll(all(command.from(i + 1)));
                }
            }
        }
        return run;
    }
}
