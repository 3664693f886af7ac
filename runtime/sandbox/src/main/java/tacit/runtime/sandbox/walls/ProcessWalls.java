package tacit.runtime.sandbox.walls;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import tacit.api.sandbox.SandboxLevel;

/** What any system offers: a process of its own, with limits where there is a program that sets them. */
final class ProcessWalls implements Walls {

    private final Tools tools;
    private final Limits limits;

    ProcessWalls(Tools tools, Limits limits) {
        this.tools = tools;
        this.limits = limits;
    }

    @Override
    public SandboxLevel level() {
        return SandboxLevel.PROCESS;
    }

    @Override
    public List<String> words() {
        return tools.have("prlimit") ? List.of(Words.PROCESS, Words.FEW_LIMITS + " (prlimit)") : List.of(Words.PROCESS);
    }

    @Override
    public boolean available() {
        return true;
    }

    @Override
    public boolean foreignUser() {
        return false;
    }

    @Override
    public List<String> command(Path folder, int user, Function<Path, List<String>> program) {
        List<String> command = new ArrayList<>();
        if (tools.have("setpriv")) {
            command.addAll(List.of(tools.path("setpriv"), "--no-new-privs", "--pdeathsig", "KILL", "--"));
        }
        if (tools.have("prlimit")) {
            command.addAll(limits.command(tools));
            command.add("--");
        }
        command.addAll(program.apply(folder));
        return command;
    }
}
